import {
  attention,
  bold,
  bullets,
  figure,
  formula,
  heading,
  learningGoal,
  materials,
  moduleOf,
  numbered,
  paragraph,
  question,
  quote,
  safety,
  supply,
  table,
  teacherNote,
  tool,
  workStep,
} from '#app/features/modules/blocks.ts'
import type { DemoModule } from './demo-module.ts'

export const accuVeiligSpanningsloos: DemoModule = {
  slug: 'accu-veilig-spanningsloos',
  title: 'De accu los, het voertuig spanningsloos',
  summary:
    'Je maakt een 12 V-accu veilig los, meet hem, laadt hem en sluit hem weer aan. Daarna kijk je hoe je docent een elektrisch voertuig spanningsloos maakt.',
  company: 'Bedrijfsauto’s',
  profiles: ['M&T'],
  levels: ['bb', 'kb'],
  schoolYears: [3, 4],
  lessons: 3,
  licence: 'CC BY-SA',
  pictures: ['accu-minpool', 'accu-meten', 'accu-hoogspanning'],
  write: (picture) =>
    moduleOf(
      learningGoal(
        'P/MET/03',
        'Je maakt de 12 V-accu los en weer vast voordat je aan verlichting of comfortsystemen werkt.',
      ),
      learningGoal('K/MET/03', 'Je meet de rustspanning van een accu en trekt er een conclusie uit.'),
      learningGoal(
        'K/MET/13',
        'Je noemt de stappen waarmee een bevoegd persoon een elektrisch voertuig spanningsloos maakt, en zegt waarom.',
      ),

      heading('Waarom dit telt'),
      paragraph(
        'Een stagiair wisselde bij ons een accu. Hij begon met de plus en raakte met zijn sleutel de carrosserie. Een klap, een vonk, een blaar. Had hij met de min begonnen, dan was er niets gebeurd.',
      ),
      paragraph(
        'Twaalf volt voel je niet, maar de stroom kan groot zijn. Stel dat accu en sleutel samen 0,02 ohm weerstand hebben. Bij kortsluiting loopt er dan:',
      ),
      paragraph(formula('I = \\dfrac{U}{R} = \\dfrac{12\\ \\text{V}}{0{,}02\\ \\Omega} = 600\\ \\text{A}')),
      paragraph('Daarmee kun je lassen.'),

      safety(
        ['glasses', 'gloves', 'shoes', 'apron'],
        bullets(
          'Ringen, horloges en kettingen gaan af.',
          'Een accu die laadt, kan waterstofgas geven. Geen vuur, geen vonken, en de ventilatie aan.',
          'In een startaccu zit zwavelzuur. Zuur in je oog? Spoel meteen en lang met veel water en laat 112 bellen.',
          'Een accu is zwaar. Til vanuit je benen en houd hem rechtop.',
          'Een gebarsten, bolle of bevroren accu raak je niet aan en laad je niet. Meld hem.',
        ),
      ),

      materials(
        supply('1', 'poetsdoek'),
        supply('1 beetje', 'zuurvrije vaseline'),
        supply('1', 'protocolblad per leerling'),
        tool('1', 'lesauto met verbrandingsmotor en 12 V-loodaccu'),
        tool('1', 'multimeter'),
        tool('1', 'passende steeksleutel, het liefst geïsoleerd'),
        tool('1', 'poolborstel'),
        tool('1', 'acculader die bij de accu hoort'),
        tool('1', 'isolerende afdekkap voor de pool'),
        tool('1', 'fles oogspoelwater binnen handbereik'),
      ),

      workStep(
        'accu-stap-1',
        'Maak de auto klaar',
        10,
        paragraph(
          'Trek de handrem aan. Zet alle verbruikers en het contact uit. Laat een raam en de motorkap open, want zonder accu werkt de vergrendeling niet. Leg de sleutel buiten de auto. Wacht zo lang als het werkplaatsboek zegt: de regelapparaten moeten slapen.',
        ),
        attention('Zoek op of de auto straks een radiocode nodig heeft.'),
      ),
      workStep(
        'accu-stap-2',
        'Meet de rustspanning',
        15,
        paragraph(
          'Zet de meter op gelijkspanning (DC), op een bereik boven 12 V. Zet de zwarte pen op de min, de rode op de plus. Rustspanning meet je pas als de accu een paar uur niet is geladen of gebruikt.',
        ),
        figure(
          picture('accu-meten'),
          'Een accu met een multimeter. De zwarte pen staat op de minpool, de oranje pen op de pluspool; de meter wijst 12.6 aan.',
          'Zwart op min en in COM, rood (hier oranje) op plus en in V.',
        ),
        table(
          ['Rustspanning', 'Lading, ongeveer', 'Wat doe je?'],
          ['12,6 V of meer', 'vol', 'niets'],
          ['12,4 V', 'driekwart', 'binnenkort laden'],
          ['12,2 V', 'half', 'laden'],
          ['12,0 V of minder', 'kwart of minder', 'meteen laden, daarna testen'],
        ),
        paragraph('Richtwaarden voor een gewone loodaccu bij kamertemperatuur.'),
      ),
      workStep(
        'accu-stap-3',
        'Neem eerst de minpool los',
        10,
        paragraph(
          'Zoek het minteken op de accu. Draai de moer van de minklem los, wip de klem omhoog en leg de kabel zo weg dat hij niet terugveert. Zet de afdekkap op de pool.',
        ),
        figure(
          picture('accu-minpool'),
          'Een accu met een steeksleutel op de klem van de minpool. De minkabel loopt naar de carrosserie; over de pluspool zit nog een kap.',
          'Eerst de min. De kap op de plus blijft dicht.',
        ),
        attention(
          'De carrosserie is ook min. Raakt je sleutel nu het plaatwerk, dan is er geen spanningsverschil en dus geen vonk.',
        ),
      ),
      workStep(
        'accu-stap-4',
        'Neem de pluspool los en maak schoon',
        15,
        paragraph(
          'Nu mag de plus los. Bekijk de bak: scheuren, lekkage, een bolle wand? Borstel de polen en de klemmen blank en veeg alles droog.',
        ),
        attention('Leg nooit gereedschap op de accu.'),
      ),
      workStep(
        'accu-stap-5',
        'Laad zonder vonk',
        15,
        paragraph(
          'Stel de lader in op het soort accu. Zet eerst de klemmen op de accu: rood op plus, zwart op min. Doe dán pas de stekker in het stopcontact. Bij het stoppen gaat eerst de stekker eruit, dan pas de klemmen. Zo vonkt er niets bij het gas.',
        ),
      ),
      workStep(
        'accu-stap-6',
        'Sluit aan: eerst plus, als laatste min',
        15,
        paragraph(
          'Zet de accu vast in zijn houder. Monteer de plus en zet de kap erop. Monteer daarna pas de min. Zet de klemmen vast met het voorgeschreven moment en smeer er dun vaseline over. Zet de klok goed en lees de storingen uit.',
        ),
        attention('Trek aan elke klem. Draait hij nog, dan zit hij niet vast.'),
      ),

      heading('Demonstratie: hoogspanning'),
      paragraph(
        bold('Dit deel doe je niet zelf.'),
        ' Een elektrisch voertuig werkt vaak met honderden volts. Boven 60 V gelijkspanning heet dat in een voertuig hoogspanning; de kabels zijn oranje. Alleen een docent die volgens NEN 9140 is aangewezen, werkt eraan. Jij staat achter de afzetting.',
      ),
      safety(
        ['insulating_gloves', 'glasses', 'shoes'],
        paragraph(
          'Dit draagt de docent, met een gelaatsscherm erbij. De handschoenen worden vlak voor gebruik gekeurd. Een tweede volwassene staat klaar en weet wat te doen bij een ongeval. Blijf van het voertuig en de docent af.',
        ),
      ),
      workStep(
        'accu-stap-7',
        'Kijk mee en vul het protocol in',
        50,
        paragraph(
          'Je docent volgt het voorschrift van de fabrikant. Dat gaat altijd voor deze hoofdlijn. Schrijf bij elke stap op waarom hij nodig is.',
        ),
        numbered(
          'Laadkabel los, contact uit en controleren dat het voertuig niet rijklaar is.',
          'Sleutel weg: buiten bereik van het voertuig, achter slot.',
          '12 V-accu los of servicestekker eruit, zoals het voorschrift zegt en in die volgorde.',
          'Borgen: slot erop, stekker bij de docent, waarschuwingsbord op het voertuig.',
          'Wachten zo lang als voorgeschreven: condensatoren moeten ontladen.',
          'Tweepolig meten op de voorgeschreven punten. De meter wordt vooraf en achteraf getest aan een bekende spanning.',
          'Vastleggen en vrijgeven: pas nu mag het werk beginnen.',
        ),
        figure(
          picture('accu-hoogspanning'),
          'Zijaanzicht van een bestelbus achter een ketting met een waarschuwingsbord. In oranje: het accupakket onder de vloer, de kabels, de omvormer voorin en de laadaansluiting achterin.',
          'Oranje is hoogspanning. Het kleine blok voorin is de 12 V-accu.',
        ),
        attention('In het accupakket zelf blijft altijd spanning staan. Dat gaat nooit open.'),
      ),

      question(
        'accu-vraag-1',
        'choice',
        'Welke klem gaat er als eerste af?',
        [
          { text: 'De min', right: true, feedback: 'Ja. De carrosserie is ook min, dus vonkt er niets.' },
          { text: 'De plus', feedback: 'Raakt je sleutel dan het plaatwerk, dan sluit je de accu kort.' },
          { text: 'Dat maakt niet uit', feedback: 'Wel: met de plus eerst kan kortsluiting ontstaan.' },
        ],
        'Min gaat er als eerste af en komt er als laatste op.',
      ),
      question(
        'accu-vraag-2',
        'order',
        'Zet de stappen van de demonstratie in de goede volgorde.',
        [
          { text: 'contact uit' },
          { text: 'sleutel opbergen' },
          { text: '12 V los of servicestekker eruit' },
          { text: 'borgen tegen opnieuw inschakelen' },
          { text: 'wachten' },
          { text: 'tweepolig meten' },
          { text: 'vrijgeven' },
        ],
        'Meten heeft pas zin als niemand meer kan inschakelen en de condensatoren leeg zijn.',
      ),
      question(
        'accu-vraag-3',
        'open',
        'Waarom test de docent zijn meter ook ná de meting aan een bekende spanning?',
        [],
        'De meter of een snoer kan tijdens het meten stukgaan. Pas als hij daarna nog goed werkt, kun je de 0 V vertrouwen.',
      ),

      heading('Zo doen we het bij ons'),
      quote(
        '‘De sleutel van een e-voertuig hangt in een kastje met één slot. Wie eraan werkt, heeft dat sleuteltje op zak. Zo kan niemand de bus even verzetten.’ Esra Wagenaar, Voorbeeldbedrijf Bedrijfsauto’s',
      ),

      teacherNote(
        paragraph(
          bold('Voorbereiding: '),
          'gebruik voor stap 1 tot en met 6 een gewone auto met één accu, geen hybride of elektrisch voertuig. Demonstreer alleen met een geldige schriftelijke aanwijzing volgens NEN 9140 en het voorschrift van dít voertuig op tafel. Heb je die niet, nodig dan het bedrijf uit.',
        ),
        paragraph(
          bold('Wat er misgaat: '),
          'de rode pen zit nog in de stroomingang, leerlingen kijken naar de kleur van de kabel en niet naar het teken op de accu, of ze trekken de laderklemmen los met de stekker er nog in.',
        ),
        paragraph(
          bold('Verschil maken: '),
          'bb werkt met een losse accu op een bok en een stappenkaart. Kb meet ook met de motor aan, ongeveer 14 V, en legt het verschil uit.',
        ),
      ),
    ),
}
