import {
  attention,
  bold,
  figure,
  formula,
  heading,
  learningGoal,
  materials,
  moduleOf,
  paragraph,
  question,
  quote,
  safety,
  supply,
  table,
  tasks,
  teacherNote,
  tool,
  workStep,
} from '#app/features/modules/blocks.ts'
import type { DemoModule } from './demo-module.ts'

export const warmtepompInregelen: DemoModule = {
  slug: 'warmtepomp-inregelen',
  title: 'Een warmtepomp inregelen',
  summary:
    'Je vult en ontlucht een proefopstelling, stelt het debiet en de stooklijn in en meet na. Aan het eind reken je uit hoeveel warmte de warmtepomp levert.',
  company: 'Installatie',
  profiles: ['PIE'],
  levels: ['kb', 'gl'],
  schoolYears: [4],
  lessons: 3,
  licence: 'CC BY-SA',
  pictures: ['warmtepomp-opstelling', 'warmtepomp-voelers', 'warmtepomp-stooklijn'],
  write: (picture) =>
    moduleOf(
      learningGoal('K/PIE/03', 'Je vult en ontlucht een verwarmingsinstallatie en stelt het debiet in.'),
      learningGoal('K/PIE/03', 'Je kiest een stooklijn die past bij vloerverwarming of radiatoren.'),
      learningGoal('K/PIE/05', 'Je meet en berekent hoeveel warmte een warmtepomp levert.'),

      heading('Waarom dit werk telt'),
      paragraph(
        'Een bewoner belde ons: nieuwe warmtepomp, koud huis. Het toestel was prima. Er zat vuil in het filter, dus stroomde er te weinig water. We maakten het filter schoon en stelden de pomp bij. Twee uur later was de kamer warm.',
      ),
      paragraph(
        'Zo gaat het vaak. Een warmtepomp geeft water van lage temperatuur. Dan moet er wel genoeg water stromen. Of dat klopt, zie je pas als je meet.',
      ),
      figure(
        picture('warmtepomp-opstelling'),
        'Schema: links een warmtepomp buiten, in het midden een buffervat, rechts vloerverwarming. Op de aanvoer en de retour zit een voeler met een draad naar een meter. In de aanvoer zit een debietmeter, in de retour een pomp.',
        'Onze proefopstelling. Donker is de aanvoer, blauw de retour. Oranje is wat je meet.',
      ),
      safety(
        ['glasses', 'shoes'],
        paragraph(
          bold('Spanning. '),
          'De kap van het toestel blijft dicht. Alleen je docent of een monteur maakt hem open, na vrijschakelen. De opstelling zit op een groep met aardlekbeveiliging van 30 mA. Houd stekkers en snoeren droog.',
        ),
        paragraph(
          bold('Koudemiddel. '),
          'Aan de koudemiddelkring mag alleen iemand met het juiste certificaat werken. Sommige koudemiddelen zijn brandbaar. Jij werkt alleen aan de waterkant.',
        ),
        paragraph(
          bold('Water. '),
          'Bij het ontluchten kan heet water spatten. Meet de temperatuur, voel niet met je hand. Dweil een natte vloer meteen droog.',
        ),
      ),
      materials(
        supply('4', 'bindband of slangklem'),
        supply('1 m', 'buisisolatie'),
        supply('2', 'vel voor het meetrapport'),
        tool('1', 'proefopstelling met warmtepomp, buffervat en vloerverwarming'),
        tool('1', 'vulslang met terugstroombeveiliging'),
        tool('1', 'thermometer met twee contactvoelers'),
        tool('1', 'energiemeter voor de stroom die de warmtepomp gebruikt'),
        tool('1', 'ontluchtingssleutel'),
        tool('1', 'emmer en dweil'),
      ),

      workStep(
        'warmtepomp-stap-1',
        'Volg het water op het schema',
        15,
        paragraph(
          'Wijs op het schema aan en zoek daarna in de opstelling: pomp, buffervat, filter, expansievat, veiligheidsventiel en debietmeter. Volg met je vinger de weg van het water. Zet alle afsluiters open die open horen.',
        ),
      ),
      workStep(
        'warmtepomp-stap-2',
        'Vul en ontlucht de installatie',
        25,
        paragraph(
          'Zet de pompen uit. Vul eerst de slang met water en sluit hem dan aan. Vul langzaam tot 1,5 bar. Ontlucht van laag naar hoog tot er alleen water komt. Vul bij tot de druk weer 1,5 bar is. Koppel de vulslang los.',
        ),
        attention(
          'Deze druk geldt voor onze opstelling. In een huis staat de waarde in het voorschrift. Blijf onder 2 bar: bij 3 bar opent het veiligheidsventiel.',
        ),
      ),
      workStep(
        'warmtepomp-stap-3',
        'Plaats de voelers',
        15,
        paragraph(
          'Klem één voeler op de aanvoer en één op de retour, dicht bij de warmtepomp. Zet ze strak op blank metaal en doe er isolatie over. Anders meet je ook de lucht in het lokaal.',
        ),
        figure(
          picture('warmtepomp-voelers'),
          'Doorsnede van een leiding met isolatie. Op de buis ligt een voeler onder twee bandjes, met een draad naar een meter. Een los stuk isolatie gaat eroverheen.',
          'De voeler ligt tegen de buis. Het losse stuk isolatie sluit hem af.',
        ),
        attention(
          'Houd beide voelers eerst naast elkaar. Wijken ze af? Schrijf het verschil op en reken het mee.',
        ),
      ),
      workStep(
        'warmtepomp-stap-4',
        'Start en wacht',
        20,
        paragraph(
          'Je docent zet de warmtepomp aan op een vast vermogen. Schrijf elke twee minuten aanvoer, retour en debiet op. Veranderen de temperaturen bijna niet meer, dan mag je inregelen.',
        ),
      ),
      workStep(
        'warmtepomp-stap-5',
        'Stel het debiet in',
        25,
        paragraph('Het vermogen hangt af van het debiet en van het temperatuurverschil:'),
        paragraph(formula('P = q_v \\cdot \\rho \\cdot c \\cdot \\Delta T')),
        paragraph(
          'Voor water is ',
          formula('\\rho'),
          ' ongeveer 1000 kg/m³ en ',
          formula('c'),
          ' ongeveer 4190 J/(kg·K). Wij regelen deze opstelling in op een verschil van 5 K. Zoek in de tabel het debiet bij het ingestelde vermogen.',
        ),
        table(
          ['Vermogen', 'Debiet bij 5 K'],
          ['4 kW', '11,5 l/min'],
          ['6 kW', '17,2 l/min'],
          ['8 kW', '22,9 l/min'],
        ),
        paragraph(
          'Verander de stand van de pomp tussen buffervat en warmtepomp. Wacht vijf minuten en lees opnieuw af. Is het verschil groter dan 5 K, dan stroomt er te weinig water. Is het kleiner, dan stroomt er te veel.',
        ),
        attention(
          'Kom je niet aan het debiet? Kijk eerst naar afsluiters, filter en lucht. Zet pas daarna de pomp hoger.',
        ),
      ),
      workStep(
        'warmtepomp-stap-6',
        'Kies de stooklijn',
        15,
        paragraph(
          'De stooklijn zegt hoe warm de aanvoer wordt bij elke buitentemperatuur. Stel de lijn voor vloerverwarming in. Lees af welke aanvoer hoort bij de buitentemperatuur van vandaag.',
        ),
        table(
          ['Buiten', 'Vloerverwarming', 'Radiatoren'],
          ['15 °C', '25 °C', '30 °C'],
          ['5 °C', '29 °C', '38 °C'],
          ['0 °C', '31 °C', '42 °C'],
          ['−10 °C', '35 °C', '50 °C'],
        ),
        figure(
          picture('warmtepomp-stooklijn'),
          'Grafiek met twee dalende lijnen: links is het buiten koud, rechts warm. De bovenste lijn is van radiatoren, de onderste van vloerverwarming. Stippellijnen lezen bij één buitentemperatuur twee aanvoertemperaturen af.',
          'Hoe kouder buiten, hoe warmer de aanvoer. De stippellijnen horen bij 0 °C.',
        ),
        attention('De waarden zijn een voorbeeld voor onze opstelling. Elk huis heeft een eigen lijn.'),
      ),
      workStep(
        'warmtepomp-stap-7',
        'Maak het meetrapport',
        20,
        paragraph(
          'Lees een debiet van 12 l/min en een verschil van 5 K af? Dan is ',
          formula('q_v'),
          ' 0,0002 m³/s en het vermogen 0,0002 × 1000 × 4190 × 5 = 4190 W. Deel dat door het elektrisch vermogen:',
        ),
        paragraph(formula('COP = \\frac{P_{warmte}}{P_{elektrisch}}')),
        paragraph('Bij 1200 W uit het stopcontact is de COP ongeveer 3,5. Vul nu je eigen waarden in.'),
        tasks(
          'druk, debiet, aanvoer en retour ingevuld',
          'vermogen en COP berekend',
          'stooklijn opgeschreven',
          'afsluiters en vloer nagekeken',
        ),
      ),

      quote(
        bold('Zo doen we het bij ons: '),
        'we gaan pas weg als het meetrapport klopt. Eén blad met zes getallen scheelt ons later een rit.',
      ),

      question(
        'warmtepomp-vraag-1',
        'choice',
        'De aanvoer is 38 °C, de retour 28 °C. Je wilt een verschil van 5 K bij hetzelfde vermogen. Wat doe je?',
        [
          {
            text: 'Het debiet groter maken',
            right: true,
            feedback: 'Goed. Met twee keer zoveel water halveert het verschil.',
          },
          { text: 'Het debiet kleiner maken', feedback: 'Dan wordt het verschil nog groter.' },
          {
            text: 'De stooklijn hoger zetten',
            feedback: 'Dan wordt het water warmer, maar er stroomt niet meer.',
          },
        ],
        'Bij hetzelfde vermogen horen een groot debiet en een klein verschil bij elkaar.',
      ),
      question(
        'warmtepomp-vraag-2',
        'order',
        'In welke volgorde werk je?',
        [
          { text: 'Vullen' },
          { text: 'Ontluchten' },
          { text: 'Starten en wachten' },
          { text: 'Debiet instellen' },
          { text: 'Nameten en opschrijven' },
        ],
        'Met lucht in de leiding klopt je meting niet. Daarom ontlucht je voordat je inregelt.',
      ),
      question(
        'warmtepomp-vraag-3',
        'open',
        'Waarom zet je een stooklijn niet hoger dan nodig is?',
        [],
        'Voor warmer water heeft de warmtepomp meer stroom nodig bij dezelfde warmte. De COP daalt en de bewoner betaalt meer. Te warm water kan ook de vloer beschadigen.',
      ),

      teacherNote(
        paragraph(
          bold('Vooraf. '),
          'Laat de opstelling een half uur draaien en ga na dat de tabelwaarden haalbaar zijn. De tabel geldt voor schoon water. Zit er glycol in, dan kloppen dichtheid en warmtecapaciteit niet.',
        ),
        paragraph(
          bold('Wat gaat er mis? '),
          'Groepjes regelen te snel: ze wachten niet tot de temperatuur stilstaat. Ook rekenen ze met liters per minuut in plaats van m³/s. Laat ze de omrekening hardop doen.',
        ),
        paragraph(
          bold('Verschil maken. '),
          'Draai voor snelle leerlingen ongezien een afsluiter half dicht en laat ze de storing zoeken. Geef anderen een rekenblad waarop alleen debiet en verschil open zijn.',
        ),
      ),
    ),
}
