/** What stands on an offering's page besides its title and summary. Paragraphs have an empty line between them. */
export type OfferingTexts = { description: string; learn: string[]; bring: string[]; audienceNote: string }

const paragraphs = (...texts: string[]) => texts.join('\n\n')

/** By slug of the first catalogue. The offerings are invented for the demo. */
export const offeringTexts: Record<string, OfferingTexts> = {
  'cobots-in-de-les': {
    description: paragraphs(
      'Een cobot is een robotarm die naast mensen werkt, zonder hek eromheen. In steeds meer bedrijven in de regio zet hij producten in een machine, stapelt hij dozen of schroeft hij delen vast. In vier middagen leer je er zelf een programmeren, van de eerste beweging tot een werkende cel met grijper en lopende band.',
      'Je werkt in tweetallen aan een eigen opstelling in praktijkhal 2. De eerste twee middagen draaien om bewegen, grijpen en veilig stoppen. Daarna koppel je de cobot aan een sensor en een band, en maak je een lesopdracht die past bij jouw lokaal en jouw leerlingen.',
      'Tussen de bijeenkomsten probeer je een stukje uit in je eigen les. Heeft je school geen cobot, dan gebruik je de simulator: die is gratis en werkt op een gewone laptop.',
    ),
    learn: [
      'een cobot met de hand en met het bedienpaneel posities laten onthouden en die tot een programma samenvoegen',
      'een grijper, een sensor en een lopende band op de in- en uitgangen aansluiten en in het programma gebruiken',
      'snelheid, kracht en veiligheidszones instellen en uitleggen waarom een cobot met een scherp werkstuk toch gevaarlijk is',
      'een storing zoeken: is het de sensor, de grijper of het programma?',
      'een lesopdracht maken bij P/PIE/03 met stappen, tekening en beoordeling',
    ],
    bring: [
      'laptop met wifi, waarop je programma’s mag installeren',
      'een lesidee waar nu nog geen robot in zit',
    ],
    audienceNote:
      'Voor docenten en instructeurs PIE en D&P. Je hoeft nog nooit een robot te hebben geprogrammeerd.',
  },
  'veilig-werken-nen3140': {
    description: paragraphs(
      'In een praktijklokaal staan machines open, liggen groepenkasten op tafel en meten leerlingen aan schakelingen. Wie daar toezicht houdt, moet de gevaren kennen en weten wat mag. Op deze dag leer je veilig werken aan laagspanning volgens NEN 3140, op het niveau van voldoende onderricht persoon (VOP).',
      'In de ochtend gaat het over stroom door het lichaam, over de rollen in NEN 3140 en over de vijf stappen naar spanningsloos werken. ’s Middags voer je die stappen uit aan een groepenkast en aan een machine met een draaistroommotor. De dag eindigt met een toets: een deel op papier en een opdracht aan de kast.',
      'Slaag je, dan komt het bewijs in je dossier. Daarmee ben je nog niet aangewezen: je werkgever wijst je schriftelijk aan en zet erin welk werk je mag doen en tot wanneer.',
    ),
    learn: [
      'de vijf stappen uitvoeren: vrijschakelen, beveiligen tegen opnieuw inschakelen, spanningsloosheid vaststellen, aarden en kortsluiten waar dat nodig is, en delen in de buurt afschermen',
      'een spanningzoeker kiezen en hem vóór en na het meten controleren',
      'het verschil uitleggen tussen VOP, vakbekwaam persoon, werkverantwoordelijke en installatieverantwoordelijke',
      'een elektrische handmachine en een verlengsnoer nakijken voordat een leerling ze gebruikt',
      'handelen bij een ongeval met stroom: eerst uitschakelen, dan helpen',
    ],
    bring: [
      'dichte schoenen',
      'kleding met lange mouwen, zonder metaal',
      'je leesbril, als je die bij fijn werk draagt',
    ],
    audienceNote:
      'Voor docenten, instructeurs en onderwijsassistenten die elektrotechnisch werk van leerlingen begeleiden.',
  },
  'elektrische-voertuigen': {
    description: paragraphs(
      'Een elektrische auto heeft een accu van honderden volts. Staat hij in jouw werkplaats, dan moet je hem spanningsloos kunnen maken en dat kunnen aantonen. In twee dagen leer je dat volgens NEN 9140, aan een demovoertuig met een echt hoogspanningssysteem.',
      'De eerste dag gaat over de opbouw: accupakket, omvormer, motor, laadsysteem en de oranje kabels ertussen. Je leest het schema en het voorschrift van de fabrikant. De tweede dag voer je het protocol uit, van afzetten en wachten tot meten en vrijgeven, en doe je de toets.',
      'Na een voldoende staat NEN 9140 VOP in je dossier. Je werkgever moet je daarna nog schriftelijk aanwijzen voordat je ermee mag werken.',
    ),
    learn: [
      'de delen van een hoogspanningssysteem aanwijzen en de gevaren ervan uitleggen: stroom, vlamboog, brand en chemie',
      'een werkplek om een e-voertuig inrichten met afzetting, waarschuwing en de juiste reddingsmiddelen',
      'isolerende handschoenen keuren vóór gebruik en gelaatsbescherming en gereedschap kiezen',
      'een voertuig volgens het voorschrift van de fabrikant spanningsloos maken, wachten, tweepolig meten en het vastleggen',
      'uitleggen wat een VOP mag doen en wat voor een vakbekwaam persoon blijft',
      'een practicum voor K/MET/13 opzetten waarin leerlingen nooit bij delen onder spanning komen',
    ],
    bring: ['werkkleding zonder metalen knopen of ritsen', 'veiligheidsschoenen', 'geen sieraden of horloge'],
    audienceNote:
      'Voor docenten en instructeurs M&T met ervaring in de werkplaats. Basiskennis van elektriciteit heb je nodig: spanning, stroom, weerstand en meten met een multimeter.',
  },
  'circulair-bouwen': {
    description: paragraphs(
      'In de bouw wordt een balk steeds vaker opnieuw gebruikt. Dat lukt alleen als je weet wat er in een gebouw zit en als je het heel uit elkaar krijgt. Deze middag bouw en sloop je op het bouwplein van De Marke een wanddeel: één keer gelijmd en geschoten, één keer met schroeven en klemmen.',
      'Daarna maak je van die ervaring een leerlingopdracht. Je krijgt een voorbeeld van een materialenpaspoort, een prijslijst van gebruikt hout en een beoordelingsblad dat je kunt aanpassen.',
    ),
    learn: [
      'een materialenpaspoort invullen voor een eenvoudig bouwdeel: wat is het, hoeveel, hoe zit het vast, wat kan ermee',
      'een verbinding beoordelen op losmaakbaarheid en een natte verbinding vervangen door een droge',
      'gebruikt hout keuren op rot, spijkers en maat, en er een zaaglijst mee maken',
      'een leerlingopdracht bij K/BWI/23 of K/BWI/25 opzetten waarin hergebruik meetelt in het cijfer',
    ],
    bring: ['werkkleding', 'veiligheidsschoenen als je die hebt; er zijn er ook te leen'],
    audienceNote:
      'Voor docenten en instructeurs BWI in de bovenbouw. Ook nuttig voor D&P met een bouwmodule.',
  },
  'warmtepomp-inregelen': {
    description: paragraphs(
      'Een warmtepomp die slecht is ingeregeld, gebruikt te veel stroom en maakt het huis niet warm. In de meeste gevallen ligt dat niet aan het toestel, maar aan het water: te weinig debiet, lucht in de leiding of een verkeerde stooklijn. Dat zie je pas als je zelf meet.',
      'Je werkt met z’n drieën aan een proefopstelling: een lucht-waterwarmtepomp met buffervat, vloerverwarming en radiatoren. In de ochtend lees je het hydraulisch schema, vul je de installatie en haal je de lucht eruit. ’s Middags regel je haar in, meet je na en vul je een meetrapport in dat je ook met leerlingen kunt gebruiken.',
      'De koudemiddelkring blijft dicht: daar mag alleen iemand met een F-gassencertificaat aan werken. Je leert wel waar die grens ligt en hoe je die aan leerlingen uitlegt.',
    ),
    learn: [
      'een hydraulisch schema lezen: pomp, buffervat, wisselklep, expansievat en inlaatcombinatie',
      'een installatie vullen, ontluchten en op druk brengen',
      'het debiet instellen en controleren met het temperatuurverschil tussen aanvoer en retour',
      'een stooklijn kiezen die past bij vloerverwarming en bij radiatoren',
      'een meetrapport maken met temperaturen, debiet en opgenomen vermogen, en daaruit het rendement schatten',
      'drie veelvoorkomende storingen herkennen aan de meting',
    ],
    bring: ['veiligheidsschoenen', 'werkkleding die nat mag worden', 'rekenmachine of telefoon'],
    audienceNote:
      'Voor docenten en instructeurs PIE. Je kunt een leidingschema lezen; ervaring met warmtepompen is niet nodig.',
  },
  'zonnepanelen-veilig-op-het-dak': {
    description: paragraphs(
      'Panelen leggen is werken op hoogte én werken met gelijkspanning die je niet kunt uitzetten zolang de zon schijnt. Deze dag doe je beide op een oefendak dat anderhalve meter boven de vloer staat, met dezelfde pannen, haken en beveiliging als buiten.',
      'In de ochtend teken je een legplan voor een woning uit de wijk: richting, helling, schaduw en de strook langs de rand die vrij moet blijven. ’s Middags leg je met je groep zes panelen, sluit je ze aan op een omvormer en meet je de string door voordat hij wordt ingeschakeld.',
    ),
    learn: [
      'een legplan tekenen en de opbrengst per jaar schatten',
      'een dak veilig betreden: ladder, randbeveiliging en harnas kiezen, aantrekken en nakijken',
      'dakhaken, rails en panelen monteren zonder de dakbedekking te beschadigen',
      'stekkers van hetzelfde merk en type verbinden en uitleggen waarom verkeerd gekoppelde stekkers brand geven',
      'de open spanning en de polariteit van een string meten en het resultaat vastleggen',
      'een risicoanalyse voor een lesdag op het dak maken, samen met je school',
    ],
    bring: ['veiligheidsschoenen met profiel', 'werkhandschoenen', 'je VCA-pas'],
    audienceNote:
      'Voor docenten en instructeurs PIE en BWI. Je hebt een geldige B-VCA nodig, omdat je op hoogte werkt.',
  },
  '3d-printen-en-lasersnijden': {
    description: paragraphs(
      'Bijna elke school heeft een 3D-printer, en op veel scholen staat hij stil. Het ontwerpen duurt te lang, de print mislukt, of er staan dertig leerlingen omheen. Deze middag ga je van tekening naar werkstuk op een manier die in een blokuur past.',
      'Je tekent een klein onderdeel, print het en snijdt de behuizing met de laser. Terwijl de machines draaien, maak je met collega’s de afspraken voor het lokaal: wie zet aan, wie blijft erbij, wat mag er in de laser en wat nooit.',
    ),
    learn: [
      'een onderdeel tekenen op maat en het voor de printer klaarzetten met laagdikte, vulling en steun',
      'drie oorzaken van een mislukte print herkennen en verhelpen',
      'een tekening klaarmaken voor de lasersnijder, met snijlijnen, graveervlakken en speling',
      'materialen herkennen die niet in de laser mogen, zoals pvc, dat giftig gas geeft',
      'een les van twee uur indelen waarin een hele klas aan de beurt komt',
    ],
    bring: ['laptop', 'als je er een hebt: een tekening of idee van een leerling'],
    audienceNote: 'Voor docenten en instructeurs in de onderbouw en bij MVI en D&P. Geen voorkennis nodig.',
  },
  'meiden-in-de-techniek': {
    description: paragraphs(
      'In de brugklas zijn meisjes even goed in techniek als jongens. Twee jaar later kiest maar een klein deel van hen een technisch profiel. Daartussen zitten honderden kleine signalen: wie mag de machine bedienen, wie houdt de tekening vast, waar gaan de voorbeelden over.',
      'In de eerste bijeenkomst bekijk je je eigen lesmateriaal met een kijkwijzer en pas je één opdracht aan. In de weken daarna geef je die les en laat je een collega meekijken. In de tweede bijeenkomst leg je naast elkaar wat er gebeurde.',
    ),
    learn: [
      'je eigen opdrachten nakijken op onderwerp, beeld en taal',
      'groepjes en taken zo verdelen dat iedereen aan de machine werkt',
      'feedback geven op aanpak in plaats van op aanleg',
      'een opdracht ombouwen zodat het doel voorop staat: voor wie maak je dit?',
      'een gesprek over profielkeuze voeren zonder te sturen',
    ],
    bring: ['een opdracht uit je eigen les, op papier of op je laptop'],
    audienceNote: 'Voor iedereen die techniek geeft, in elk profiel en elk leerjaar.',
  },
  'b-vca-voor-instructeurs': {
    description: paragraphs(
      'Bedrijven en bouwplaatsen laten je vaak alleen binnen met een B-VCA. Ook voor sommige cursussen op dit portaal heb je hem nodig. In twee dagen neem je de hele stof door, met voorbeelden uit het praktijklokaal en van de bouw.',
      'De eerste middag gaat over wet en rollen, gevaarlijke stoffen, brand en persoonlijke bescherming. De tweede dag over gereedschap, elektriciteit, hijsen, besloten ruimten en werken op hoogte. Na elk onderwerp oefen je met vragen zoals die in het examen staan.',
      'Let op: deze cursus bereidt je voor. Het examen neemt een erkend examencentrum af, op een andere dag. Daar krijg je het bewijs, dat tien jaar geldig is; je voegt het zelf toe aan je dossier.',
    ),
    learn: [
      'een taakrisicoanalyse maken voor een klus in je eigen lokaal',
      'etiketten van gevaarlijke stoffen lezen en zeggen wat je moet doen bij morsen of inademen',
      'kiezen tussen maatregelen in de goede volgorde: eerst het gevaar weg, pas als laatste een helm of bril',
      'een ladder, een rolsteiger en een harnas nakijken voor gebruik',
      'examenvragen lezen: wat wordt er echt gevraagd?',
    ],
    bring: ['pen', 'een geldig identiteitsbewijs, om je voor het examen aan te melden'],
    audienceNote:
      'Voor instructeurs en docenten PIE, BWI en M&T die nog geen B-VCA hebben of hem binnenkort moeten vernieuwen.',
  },
  'mig-mag-lassen-opfrissen': {
    description: paragraphs(
      'Je hebt leren lassen, maar je staat al jaren naast de leerling en niet meer achter het masker. In vier middagen haal je je hand terug. Iedereen heeft een eigen cabine en een eigen toestel, dus je last de hele middag.',
      'Je begint met hoeklassen op staal onder de hand en werkt toe naar een stompe las en een opgaande las. Elke middag lees je een lasmethodebeschrijving (WPS), stel je het toestel daarop in, en beoordeel je je eigen werk: eerst met het oog, dan door de las te breken.',
      'Wie wil, last op de laatste middag een proefstuk. Een examinator van buiten beoordeelt dat volgens ISO 9606-1. Dat bewijs geldt alleen zolang je werkgever elk half jaar bevestigt dat je hebt gelast.',
    ),
    learn: [
      'draadsnelheid, spanning en gas instellen op de dikte en de naad, en horen of de boog goed staat',
      'een hoeklas in positie PB en een opgaande las in PF leggen',
      'een naad voorbereiden en hechten zodat hij recht blijft',
      'fouten herkennen en verhelpen: bindingsfout, porositeit, inkarteling en te grote doorlassing',
      'een WPS lezen en aan leerlingen uitleggen',
      'lasrook beperken met afzuiging op de juiste plaats',
    ],
    bring: [
      'laskleding van katoen of leer, met lange mouwen',
      'veiligheidsschoenen',
      'je eigen lashelm en handschoenen, als je die fijn vindt; er zijn er ook te leen',
    ],
    audienceNote: 'Voor docenten en instructeurs PIE die al eens hebben gelast. Dit is geen beginnerscursus.',
  },
  'domotica-en-slimme-installaties': {
    description: paragraphs(
      'Een huis heeft tegenwoordig een slimme meter, een laadpaal, zonnepanelen en een thermostaat die met elkaar praten, of juist niet. Leerlingen komen dat bij hun eerste stage al tegen. Op deze dag bouw je op een bord een kleine slimme installatie en laat je de delen samenwerken.',
      'In de ochtend bouw je de meterkast: groepen, aardlekschakelaars, een slimme meter met P1-poort en een paar schakelmodules. ’s Middags koppel je sensoren en lampen, lees je de meter uit en maak je regels, zoals: laad de auto pas als de zon schijnt. Tot slot wisselen de groepen van bord en zoeken ze elkaars storing.',
    ),
    learn: [
      'een meterkast op een oefenbord opbouwen volgens een installatieschema',
      'het verbruik uitlezen via de P1-poort en er een grafiek van maken',
      'kiezen tussen een vaste bus en een draadloos systeem, en de keus uitleggen',
      'sensoren en schakelaars koppelen en regels maken die ook werken als internet uitvalt',
      'een storing stap voor stap zoeken: voeding, verbinding, adres, regel',
      'wachtwoorden en toegang van slimme apparaten veilig instellen',
    ],
    bring: ['laptop', 'dichte schoenen'],
    audienceNote:
      'Voor docenten en instructeurs PIE die K/PIE/14 geven of gaan geven. Je kunt een schakeling met een wisselschakelaar aansluiten.',
  },
  'vmbo-mbo-examineren': {
    description: paragraphs(
      'Een leerling die voor het cspe een 8 haalt, begint op het mbo soms weer bij de veiligheidsregels van week één. Dat komt doordat we elkaars eisen niet kennen. Deze middag leggen docenten van vmbo en mbo hun beoordeling naast elkaar, met echte werkstukken op tafel.',
      'Je beoordeelt hetzelfde werkstuk eerst alleen en dan samen, met de lijst van de ander. Daarna maken jullie per profiel een afspraak: wie kijkt bij wie mee, op welke dag, en wat telt het mbo straks mee.',
    ),
    learn: [
      'de criteria van het cspe en van de meesterproef naast elkaar lezen en de verschillen benoemen',
      'een werkstuk beoordelen met een lijst die je niet kent',
      'je eigen beoordeling uitleggen aan iemand van een andere opleiding',
      'een afspraak maken over meebeoordelen, met data en namen',
    ],
    bring: [
      'een beoordelingslijst die je dit jaar gebruikt',
      'een of twee werkstukken of foto’s ervan, zonder namen',
    ],
    audienceNote:
      'Voor examinatoren en docenten van vmbo en mbo, in PIE, BWI en M&T. Kom als het kan met twee.',
  },
  'docentexcursie-maakindustrie': {
    description: paragraphs(
      'Eén dag, drie bedrijven, één bus. We bezoeken een plaatwerker, een bedrijf dat machines bouwt en een bedrijf dat onderdelen maakt op CNC-banken. Bij elk bedrijf loop je mee op de vloer en spreek je met vakmensen en met jonge mensen die er net werken.',
      'Je krijgt een kijkopdracht mee: zoek per bedrijf één ding dat anders gaat dan in jouw lokaal, en één ding dat leerlingen volgende week al kunnen doen. In de bus terug werk je dat in tweetallen uit tot een les of een opdracht.',
      'We vertrekken om half negen bij de Technicampus en zijn om half vijf terug. Een lunch hoort erbij; geef bij het inschrijven op wat je niet eet.',
    ),
    learn: [
      'uitleggen hoe een order door een bedrijf loopt, van tekening tot verzending',
      'drie machines of werkwijzen beschrijven die je leerlingen op stage tegenkomen',
      'noemen wat bedrijven van een beginnende medewerker verwachten',
      'een les of opdracht maken bij P/PIE/01 of P/PIE/02 met wat je hebt gezien',
    ],
    bring: [
      'veiligheidsschoenen als je die hebt',
      'een geldig identiteitsbewijs',
      'dichte kleding, geen losse sjaal',
    ],
    audienceNote: 'Voor docenten en instructeurs PIE en MVI. Ook decanen en mentoren zijn welkom.',
  },
  'groen-en-techniek': {
    description: paragraphs(
      'Een tuinder geeft pas water als de sensor zegt dat het nodig is. In de kas van Zone.college in Twello zie je hoe dat werkt, en bouw je het na met onderdelen van een paar tientjes.',
      'Je meet bodemvocht, licht en temperatuur, eerst met de hand en dan met een microcontroller die elke minuut meet. Daarna maak je de stap naar regelen: een klepje open, een ventilator aan. Je gaat naar huis met de code, de onderdelenlijst en een practicum voor drie lessen.',
    ),
    learn: [
      'kiezen welke sensor past bij wat je wilt weten, en hem ijken',
      'een microcontroller metingen laten bewaren en in een grafiek laten zien',
      'een eenvoudige regeling maken: meten, vergelijken, schakelen',
      'met leerlingen meetfouten bespreken: klopt dit getal wel?',
      'een practicum bij P/GR/01 voorbereiden met een kostenlijst',
    ],
    bring: ['laptop met een usb-poort', 'schoenen die vies mogen worden'],
    audienceNote:
      'Voor docenten en instructeurs GROEN. Ook leuk samen met een collega PIE. Geen voorkennis nodig.',
  },
  zorgtechnologie: {
    description: paragraphs(
      'In de thuiszorg hangt een sensor die ziet of iemand is gevallen. In het verpleeghuis staat een tillift die naar je stem luistert. Leerlingen Z&W komen die hulpmiddelen op hun eerste stagedag tegen. Op het zorgplein probeer je ze zelf, als zorgverlener en als cliënt.',
      'Je gaat langs vier hoeken: valdetectie, beeldzorg, een sociale robot en slimme hulpmiddelen voor medicijnen. Bij elke hoek hoort een gesprek: wat helpt de cliënt hier echt, en wat geeft hij op? Met één hulpmiddel maak je een les.',
    ),
    learn: [
      'vier soorten zorgtechnologie bedienen en uitleggen voor wie ze bedoeld zijn',
      'een beeldbelgesprek met een cliënt voeren en leerlingen daarin coachen',
      'met leerlingen praten over privacy en eigen regie, aan de hand van een situatie',
      'een les maken waarin leerlingen een hulpmiddel kiezen bij een cliënt en dat uitleggen',
    ],
    bring: ['telefoon of tablet', 'een situatie uit een stage van een van je leerlingen, zonder naam'],
    audienceNote: 'Voor docenten en instructeurs Z&W. Je hoeft niet technisch te zijn.',
  },
  'techniek-groep-7-en-8': {
    description: paragraphs(
      'Een basisschool doet één keer per jaar een techniekdag, en daarna gebeurt er niets. Deze middag maken leerkrachten van groep 7 en 8 en vmbo-docenten samen een lijn van drie lessen: één op de basisschool, één in het technieklab, één terug in de klas.',
      'Je bouwt de eerste les zelf, met materiaal dat in een kist past. Daarna verdeel je met je koppel de rollen en prik je data. Aan het eind van de middag staan de drie lessen op papier.',
    ),
    learn: [
      'een doorlopende lijn van drie lessen opzetten met één onderwerp',
      'een technisch begrip uitleggen aan kinderen van tien tot twaalf jaar',
      'een les in het technieklab organiseren voor een groep die je niet kent',
      'met een collega van de andere school afspraken maken over materiaal, vervoer en toezicht',
    ],
    bring: ['je jaarplanning, om meteen data te prikken'],
    audienceNote:
      'Voor leerkrachten van groep 7 en 8 en docenten D&P en onderbouw vmbo. Kom samen als het kan.',
  },
  'bhv-basis': {
    description: paragraphs(
      'In een praktijklokaal gebeuren andere ongelukken dan op een kantoor: een vinger in de kolomboor, een brandwond bij het lassen, rook uit een accu. Deze opleiding tot bedrijfshulpverlener gaat daarover.',
      'De eerste dag gaat over levensreddend handelen: bewustzijn en ademhaling controleren, reanimeren, de AED gebruiken, bloedingen stelpen en brandwonden koelen. De tweede dag over brand, ontruimen en samenwerken met de hulpdiensten. Je oefent met scenario’s in een echte werkplaats, met leerlingen die weglopen of juist blijven kijken.',
      'Je sluit af met een toets. Slaag je, dan staat het bewijs in je dossier. Een wettelijke termijn is er niet, maar bijna elke school laat je elk jaar herhalen.',
    ),
    learn: [
      'reanimeren en een AED gebruiken',
      'een ernstige bloeding stelpen, een brandwond koelen en een oog spoelen',
      'een machine veilig stilzetten voordat je het slachtoffer helpt',
      'een kleine brand blussen met het goede middel, en weten wanneer je weggaat',
      'een lokaal ontruimen en melden wie er ontbreekt',
    ],
    bring: ['kleding waarin je op je knieën kunt zitten', 'dichte schoenen'],
    audienceNote: 'Voor docenten en instructeurs in een praktijklokaal die nog geen BHV’er zijn.',
  },
  'bhv-herhaling': {
    description: paragraphs(
      'Reanimeren verleer je in een jaar. Deze middag frist je handen op, met scenario’s uit de werkplaats: een leerling met een hand in de machine, een accu die gaat roken, een collega die onwel wordt.',
      'Je werkt in groepen van vier. Iedereen is om de beurt hulpverlener, melder en waarnemer. Daarna doe je de toets en staat je bewijs weer een jaar op groen.',
    ),
    learn: [
      'reanimeren met een AED volgens de richtlijn die nu geldt',
      'een slachtoffer bij een machine helpen zonder zelf gevaar te lopen',
      'handelen bij een brandende of rokende accu',
      'een ontruiming leiden en overdragen aan de hulpdiensten',
    ],
    bring: ['kleding waarin je op je knieën kunt zitten', 'je laatste BHV-bewijs'],
    audienceNote: 'Voor wie al BHV’er is. Je laatste bewijs mag hoogstens twaalf maanden verlopen zijn.',
  },
  'machines-delen': {
    description: paragraphs(
      'In de regio staan een vijfassige frees, een robotlascel en een oefendak, en de meeste dagen van de week gebruikt niemand ze. In deze korte bijeenkomst zie je wat waar staat, wat je moet kunnen om ermee te werken, en hoe je een dagdeel reserveert.',
      'We lopen door de praktijkhallen van de Technicampus langs de machines die je kunt lenen of waar je met een klas terechtkunt. Daarna vul je voor je eigen school in wat jullie missen en wat jullie zelf kunnen aanbieden.',
    ),
    learn: [
      'vinden welke machines en lokalen in de regio te leen zijn',
      'lezen welk bewijs of welke instructie je nodig hebt om ermee te werken',
      'een dagdeel met een klas aanvragen, met vervoer en toezicht',
      'afspreken wie betaalt als er iets stukgaat',
    ],
    bring: ['een lijst van de machines op je eigen school die anderen mogen gebruiken'],
    audienceNote:
      'Voor docenten, instructeurs en praktijkcoördinatoren. Er hoeft geen les voor uit te vallen.',
  },
  'praktijkmodule-maken': {
    description: paragraphs(
      'De beste opdracht begint met iets wat bij een bedrijf misging. Een ketel die niet warm werd, een deur die klemde, een order die drie keer over moest. In deze middag maak je daar met iemand van dat bedrijf een module van die leerlingen in een paar lessen kunnen doen.',
      'Elk tafeltje heeft een docent of instructeur en een vakman of vakvrouw uit een bedrijf. Stap voor stap schrijf je het doel, de stappen met foto’s, wat er veilig moet gaan en waaraan je ziet of het goed is. Aan het eind heb je een eerste versie en een afspraak om hem uit te proberen.',
    ),
    learn: [
      'een bedrijfsprobleem terugbrengen tot iets wat een leerling kan doen',
      'een doel schrijven dat je aan het werkstuk kunt zien',
      'stappen schrijven die een leerling zonder hulp kan volgen, met één foto per stap',
      'de gevaren noemen op de plaats waar ze voorkomen, niet in een aparte bijlage',
      'een beoordeling maken met drie of vier punten die er echt toe doen',
    ],
    bring: ['een probleem of klus uit je werk, met een paar foto’s', 'laptop'],
    audienceNote:
      'Voor docenten, instructeurs en vakmensen uit bedrijven. Kom met z’n tweeën, of schrijf je alleen in: wij zoeken een maatje.',
  },
}
