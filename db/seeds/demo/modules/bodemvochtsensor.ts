import {
  attention,
  bold,
  bullets,
  code,
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
  teacherNote,
  tool,
  workStep,
} from '#app/features/modules/blocks.ts'
import type { DemoModule } from './demo-module.ts'

export const bodemvochtsensor: DemoModule = {
  slug: 'bodemvochtsensor',
  title: 'Een bodemvochtsensor bouwen en ijken',
  summary:
    'Je sluit een sensor aan op een microcontroller, ijkt hem in vijf potten en geeft de teler een advies: water geven of wachten.',
  company: 'Kassenbouw',
  profiles: ['GROEN', 'D&P'],
  levels: ['kb', 'gl'],
  schoolYears: [3, 4],
  lessons: 4,
  licence: 'CC BY',
  pictures: ['bodemvocht-opstelling', 'bodemvocht-ijken', 'bodemvocht-grafiek'],
  write: (picture) =>
    moduleOf(
      learningGoal('P/GR/01', 'Je meet hoe vochtig de grond is en geeft een onderbouwd advies over water.'),
      learningGoal('P/DP/03', 'Je bouwt een meetinstrument, test het en verbetert het.'),
      learningGoal('K/DP/02', 'Je laat een microcontroller een sensor uitlezen en het antwoord omrekenen.'),

      heading('Waarom dit telt'),
      paragraph(
        'Wij bouwden een kas voor een slateler. De installatie gaf water zodra de sensor ‘droog’ zei. Na drie weken werden de planten geel: de grond was kletsnat. De sensor stond los in een luchtgaatje, en lucht lijkt voor een sensor op droge grond. Niemand had het getal gecontroleerd.',
      ),
      paragraph('Een sensor geeft een getal. Pas als je hem ijkt, weet je wat dat betekent.'),
      figure(
        picture('bodemvocht-opstelling'),
        'Een pot met een plant en een platte sensor in de grond. Drie draden lopen van de sensor naar een printplaat met een chip; een kabel gaat van de printplaat naar een laptop.',
        'Oranje is 5 V, zwart is GND en blauw is het signaal. De oranje streep op de sensor is de grens: dieper mag hij niet.',
      ),

      safety(
        ['gloves', 'mask', 'apron'],
        bullets(
          'Je werkt op 5 V uit de usb-poort. Sluit nooit iets aan op het lichtnet.',
          'Water en elektronica blijven uit elkaar: de potten links, de laptop rechts, een doek ertussen.',
          'Wordt een onderdeel heet? Trek de usb-kabel eruit en zoek de kortsluiting.',
          'Droge potgrond stuift, en in dat stof kunnen bacteriën zitten. Draag een masker en was daarna je handen.',
        ),
      ),

      materials(
        supply('5 liter', 'luchtdroge potgrond'),
        supply('1 liter', 'water'),
        supply('5', 'potten van ruim 1 liter, zonder gaten'),
        supply('1', 'plant in een pot, bijvoorbeeld sla of basilicum'),
        supply('1 vel', 'millimeterpapier'),
        tool('1', 'capacitieve bodemvochtsensor, geschikt voor 5 V'),
        tool('1', 'microcontrollerbord van 5 V met analoge ingang'),
        tool('3', 'jumperdraden'),
        tool('1', 'laptop met usb-kabel en programmeeromgeving'),
        tool('1', 'maatbeker van 500 ml'),
        tool('1', 'emmer en schepje om te mengen'),
      ),

      workStep(
        'bvs-stap-1',
        'Sluit de sensor aan',
        20,
        paragraph(
          'De usb-kabel is nog los. Lees de opdruk bij de pennen en verbind: ',
          code('VCC'),
          ' met ',
          code('5V'),
          ', ',
          code('GND'),
          ' met ',
          code('GND'),
          ' en ',
          code('AOUT'),
          ' met ',
          code('A0'),
          '. Laat een klasgenoot nakijken. Steek dan pas de usb-kabel in.',
        ),
        attention(
          'Kijk naar de opdruk, niet naar de kleur van de draad. Plus en min omdraaien kost een sensor.',
        ),
      ),
      workStep(
        'bvs-stap-2',
        'Lees het eerste getal',
        20,
        paragraph(
          'Laat het bord elke seconde ',
          code('analogRead(A0)'),
          ' naar het scherm sturen. Een ingang van 10 bits maakt van 0 tot 5 V een getal van 0 tot 1023. Houd de sensor eerst in de lucht en pak hem dan met je hele hand vast. Het getal hoort te zakken: hoe natter, hoe lager.',
        ),
        attention('Verandert er niets? Kijk eerst of de drie draden goed vastzitten.'),
      ),
      workStep(
        'bvs-stap-3',
        'Maak vijf potten met vocht dat je kent',
        30,
        paragraph(
          'Meet voor elke pot 1 liter droge grond af. Meng daar 0, 100, 200, 300 en 400 ml water door. Meng in de emmer, druk alle potten even stevig aan en nummer ze.',
        ),
        figure(
          picture('bodemvocht-ijken'),
          'Vijf potten op een rij met daarboven vijf maatbekers, van leeg tot bijna vol. De grond wordt van links naar rechts donkerder; in elke pot staat een sensor tot aan de streep.',
          'Steeds evenveel grond, steeds 100 ml water meer.',
        ),
      ),
      workStep(
        'bvs-stap-4',
        'Meet in elke pot drie keer',
        30,
        paragraph(
          'Steek de sensor tot de streep in de grond en druk de grond aan. Wacht tot het getal stilstaat. Meet op drie plekken en neem het gemiddelde. Veeg de sensor schoon voor de volgende pot.',
        ),
        table(
          ['Water per liter grond', 'Voorbeeld van een meting'],
          ['0 ml', '560'],
          ['100 ml', '505'],
          ['200 ml', '425'],
          ['300 ml', '345'],
          ['400 ml', '280'],
        ),
        attention('Dit is een voorbeeld. Jouw sensor geeft andere getallen: die schrijf je ernaast.'),
      ),
      workStep(
        'bvs-stap-5',
        'Teken de ijklijn',
        25,
        paragraph(
          'Zet het water op de horizontale as en je metingen op de verticale as. Teken een rechte lijn die zo dicht mogelijk langs alle punten loopt. Ligt één punt er ver naast? Meet die pot opnieuw.',
        ),
        figure(
          picture('bodemvocht-grafiek'),
          'Grafiek met vijf kruisjes en een rechte lijn die daalt. Een oranje streeplijn gaat van de verticale as naar de lijn en dan omlaag naar de horizontale as.',
          'Zo lees je af: van je meting naar de lijn, dan recht naar beneden.',
        ),
      ),
      workStep(
        'bvs-stap-6',
        'Reken het getal om in procenten',
        25,
        paragraph('De droogste pot noem je 0 %, de natste 100 %. Voor elke meting ertussen geldt:'),
        paragraph(
          formula(
            '\\text{vocht} = \\dfrac{\\text{droog} - \\text{meting}}{\\text{droog} - \\text{nat}} \\cdot 100\\,\\%',
          ),
        ),
        paragraph(
          'Met droog 560, nat 280 en een meting van 420: ',
          formula('\\dfrac{560 - 420}{560 - 280} \\cdot 100\\,\\% = 50\\,\\%'),
          '. Zet de som in je programma en controleer haar met de potten.',
        ),
        attention(
          'Dit is een eigen schaal tussen jouw twee potten. Het is niet het echte deel water in de grond.',
        ),
      ),
      workStep(
        'bvs-stap-7',
        'Geef de teler advies',
        25,
        paragraph(
          'Meet bij de plant, tussen de stengel en de potrand, waar de wortels zitten. Voel ook met je vinger en til de pot op. Kloppen de drie met elkaar? Schrijf dan je advies.',
        ),
        table(
          ['Vocht op jouw schaal', 'Advies in deze oefening'],
          ['minder dan 30 %', 'water geven, daarna opnieuw meten'],
          ['30 tot 70 %', 'niets doen, morgen weer meten'],
          ['meer dan 70 %', 'wachten en kijken of water weg kan'],
        ),
        paragraph('In een echte teelt hangen de grenzen af van het gewas, de grond en het seizoen.'),
      ),

      question(
        'bvs-vraag-1',
        'choice',
        'Je sensor staat half in een luchtgaatje. Wat doet de meting?',
        [
          {
            text: 'Ze lijkt droger dan de grond is',
            right: true,
            feedback: 'Ja. Lucht lijkt voor de sensor op droog.',
          },
          {
            text: 'Ze lijkt natter dan de grond is',
            feedback: 'Nee. Lucht geeft juist een hoog getal, dus droog.',
          },
          { text: 'Er verandert niets', feedback: 'De sensor meet wat hem raakt. Dat is nu deels lucht.' },
        ],
        'Druk de grond aan en meet op meer plekken. Anders geef je te veel water.',
      ),
      question(
        'bvs-vraag-2',
        'order',
        'In welke volgorde ijk je een sensor?',
        [
          { text: 'sensor aansluiten en laten nakijken' },
          { text: 'potten maken met vocht dat je kent' },
          { text: 'in elke pot drie keer meten' },
          { text: 'punten in een grafiek zetten' },
          { text: 'een lijn trekken' },
          { text: 'bij de plant meten en aflezen' },
        ],
        'Eerst weten wat een getal betekent, dan pas meten bij de plant.',
      ),
      question(
        'bvs-vraag-3',
        'open',
        'Jouw sensor geeft droog 600 en nat 300. Bij de plant lees je 540. Bereken het vocht en geef advies.',
        [],
        '(600 − 540) : (600 − 300) × 100 % = 20 %. Dat is minder dan 30 %, dus: water geven en opnieuw meten.',
      ),

      heading('Zo doen we het bij ons'),
      quote(
        '‘Elke nieuwe sensor ijken wij in de grond van de klant zelf. En een teler blijft met zijn vinger voelen. Zegt de vinger iets anders dan het scherm, dan zoeken we het uit.’ Marloes Tuinman, Voorbeeldbedrijf Kassenbouw',
      ),

      teacherNote(
        paragraph(
          bold('Voorbereiding: '),
          'spreid de potgrond een paar dagen eerder uit om te drogen. Heel droge veengrond stoot water af: meng de potten het liefst een dag van tevoren en dek ze af. Controleer of bord en sensor beide tegen 5 V kunnen; een bord van 3,3 V vraagt een andere aansluiting.',
        ),
        paragraph(
          bold('Wat er misgaat: '),
          'de sensor gaat te diep en de elektronica wordt nat, de grond is niet in elke pot even stevig aangedrukt, of het programma rekent met gehele getallen. Op een 8-bits bord past een uitkomst boven 32.767 niet in een int; gebruik long of float.',
        ),
        paragraph(
          bold('Verschil maken: '),
          'geef kb het programma en laat alleen de twee ijkwaarden invullen. Gl schrijft de som zelf, laat een led branden onder 30 % en vergelijkt twee sensoren.',
        ),
      ),
    ),
}
