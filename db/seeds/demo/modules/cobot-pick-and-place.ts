import {
  attention,
  bold,
  code,
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

export const cobotPickAndPlace: DemoModule = {
  slug: 'cobot-pick-and-place',
  title: 'Laat een cobot pakken en plaatsen',
  summary:
    'Je maakt een cobotcel die blokjes van een band pakt en in een bak zet. Je sluit de sensor aan, schrijft het programma en meet hoeveel blokjes de cel per uur haalt.',
  company: 'Robotica',
  profiles: ['PIE'],
  levels: ['kb', 'gl'],
  schoolYears: [3, 4],
  lessons: 3,
  licence: 'CC BY-SA',
  pictures: ['cobot-cel', 'cobot-grijper', 'cobot-posities'],
  write: (picture) =>
    moduleOf(
      learningGoal('P/PIE/03', 'Je sluit een sensor aan op een besturing en test het signaal.'),
      learningGoal('P/PIE/03', 'Je maakt een besturing die wacht op signalen en daarna pas verdergaat.'),
      learningGoal('K/DP/02', 'Je programmeert een robotarm die een werkstuk pakt, verplaatst en neerzet.'),

      heading('Waarom dit werk telt'),
      paragraph(
        'Bij een klant zette een medewerker de hele dag doppen van een band in een bak. Na een paar maanden had ze last van haar pols. Wij plaatsten een cobot. Zij maakt nu de bakken klaar en lost storingen op.',
      ),
      paragraph(
        'De eerste week stond de cel vaak stil. De arm was goed, maar het programma wachtte niet op de grijper. Daarom oefen je hier vooral op wachten en controleren.',
      ),
      figure(
        picture('cobot-cel'),
        'Een cobotarm op een voet reikt over een lopende band. De grijper pakt een blokje dat voor een sensor ligt. Links staat een bak met drie vakken, rechtsonder zit de noodstop.',
        'De cel van opzij. Oranje zijn de sensor, het blokje en de noodstop.',
      ),
      safety(
        ['glasses', 'shoes', 'hair'],
        paragraph(
          bold('De arm kan je raken of klemmen. '),
          'Een cobot stopt pas nadat hij iets voelt. Houd je handen weg van de grijper en zet de snelheid op hoogstens 250 mm/s.',
        ),
        paragraph(
          bold('De band kan je naar binnen trekken. '),
          'Bij de rollen zit een klempunt. Draag geen handschoenen, sieraden of losse mouwen.',
        ),
        paragraph(
          bold('Eén persoon bedient. '),
          'Wie het bedienpaneel vasthoudt, kijkt naar de arm en kan bij de noodstop. Gebruik alleen blokjes zonder scherpe randen.',
        ),
      ),
      materials(
        supply('3', 'blokje van kunststof, 40 × 40 × 40 mm'),
        supply('1,5 m', 'sensorkabel met drie aders'),
        supply('3', 'adereindhuls'),
        tool('1', 'cobot met grijper en bedienpaneel'),
        tool('1', 'lopende band op 24 V, aan dezelfde noodstop als de cobot'),
        tool('1', 'optische sensor, 24 V, PNP'),
        tool('1', 'bak met drie vakken, vastgezet op tafel'),
        tool('1', 'striptang, krimptang en kleine schroevendraaier'),
        tool('1', 'stopwatch'),
      ),

      workStep(
        'cobot-stap-1',
        'Test de noodstop',
        10,
        paragraph(
          'Maak de band leeg. Laat de band lopen en de arm langzaam bewegen. Druk op de noodstop: arm en band moeten allebei stoppen. Ontgrendel de knop. Er mag nu niets vanzelf gaan bewegen; dat mag pas na een reset.',
        ),
        attention('Stopt een van de twee niet? Werk niet verder en haal je docent.'),
      ),
      workStep(
        'cobot-stap-2',
        'Sluit de sensor aan',
        25,
        paragraph(
          'Schakel de 24 V van de klemmen uit. Strip de aders en krimp de hulzen. Sluit bruin aan op 24 V, blauw op 0 V en zwart op ingang ',
          code('I1'),
          '. Laat je werk nakijken en schakel dan in. Houd een blokje voor de sensor: ',
          code('I1'),
          ' gaat aan op het paneel.',
        ),
        table(
          ['Signaal', 'Soort', 'Als het aan is'],
          [code('I1'), 'ingang', 'de sensor ziet een blokje'],
          [code('I2'), 'ingang', 'de grijper is open'],
          [code('I3'), 'ingang', 'de grijper heeft het blokje vast'],
          [code('O1'), 'uitgang', 'de band loopt'],
          [code('O2'), 'uitgang', 'de grijper sluit'],
        ),
      ),
      workStep(
        'cobot-stap-3',
        'Stel het gereedschapspunt en de massa in',
        15,
        paragraph(
          'Het gereedschapspunt (TCP) ligt midden tussen de vingertoppen. Vul de afstand vanaf de flens in. Vul ook de massa in die de arm draagt:',
        ),
        paragraph(formula('m_{totaal} = m_{grijper} + m_{werkstuk}')),
        paragraph(
          'Een grijper van 0,9 kg en een blokje van 0,1 kg zijn samen 1,0 kg. Dat moet onder het draagvermogen van de arm blijven.',
        ),
        figure(
          picture('cobot-grijper'),
          'Een grijper van voren met een blokje tussen twee vingers. Twee pijlen drukken de vingers naar elkaar toe. Een kruis tussen de vingertoppen geeft het gereedschapspunt aan. De vingers blijven boven de band.',
          'Het kruis is het gereedschapspunt. De vingers raken de band niet.',
        ),
        attention('Met een verkeerde massa stopt de cobot te vroeg, of juist te laat bij een botsing.'),
      ),
      workStep(
        'cobot-stap-4',
        'Leer de posities aan',
        20,
        paragraph(
          'Leid de arm met de hand naar vijf posities en sla ze op: wachten, boven pakken, pakken, boven plaatsen en plaatsen in vak 1. De posities ‘boven’ liggen 100 mm recht boven het blokje.',
        ),
        figure(
          picture('cobot-posities'),
          'De weg van het blokje als stippellijn: van de band recht omhoog, met een boog opzij en recht omlaag in een bak. Vier cirkels geven de posities aan.',
          'Recht omhoog, opzij, recht omlaag. De wachtpositie staat er niet bij.',
        ),
      ),
      workStep(
        'cobot-stap-5',
        'Schrijf het programma',
        30,
        numbered(
          ['Ga naar wachten. Open de grijper en wacht op ', code('I2'), '.'],
          ['Zet ', code('O1'), ' aan. Wacht op ', code('I1'), ' en zet ', code('O1'), ' uit.'],
          ['Ga naar boven pakken en in een rechte lijn naar pakken.'],
          ['Zet ', code('O2'), ' aan en wacht op ', code('I3'), '.'],
          ['Ga recht omhoog, naar boven plaatsen en recht omlaag.'],
          ['Zet ', code('O2'), ' uit, wacht op ', code('I2'), ' en ga recht omhoog.'],
          'Herhaal dit voor vak 2 en 3. Verschuif de twee plaatsposities steeds één vak.',
        ),
        attention(
          'Komt het signaal van de grijper niet binnen 3 seconden? Laat de cel stoppen met een melding.',
        ),
      ),
      workStep(
        'cobot-stap-6',
        'Test stap voor stap',
        20,
        paragraph(
          'Draai het programma eerst zonder blokje, één regel per keer, op de laagste snelheid. Kijk of de vingers vrij blijven van de band en de bak. Test daarna met één blokje. Gaat dat drie keer goed, dan laat je de cel doorlopen.',
        ),
      ),
      workStep(
        'cobot-stap-7',
        'Meet de cyclustijd',
        15,
        paragraph(
          'Klok hoelang de cel over drie blokjes doet. Deel door drie: dat is de cyclustijd t in seconden.',
        ),
        paragraph(formula('n = \\frac{3600}{t}')),
        paragraph(
          'Bij 12 seconden haalt de cel 300 blokjes per uur. Zoek één beweging die korter kan en meet opnieuw.',
        ),
      ),

      quote(
        bold('Zo doen we het bij ons: '),
        'eerst betrouwbaar, dan snel. Een cel die rustig doorloopt, haalt meer dan een snelle cel die tien keer per dag stilstaat.',
      ),

      question(
        'cobot-vraag-1',
        'choice',
        'De grijper sluit, maar I3 gaat niet aan. Wat moet het programma doen?',
        [
          {
            text: 'Doorgaan naar de bak',
            feedback: 'Dan zet de arm misschien niets neer en telt de cel verkeerd.',
          },
          {
            text: 'Stoppen met een melding',
            right: true,
            feedback: 'Goed. De bediener kijkt eerst wat er mis is.',
          },
          { text: 'De band weer starten', feedback: 'Dan loopt een blokje tegen de vingers.' },
        ],
        'Zonder dit signaal weet de besturing niet of de grijper het blokje vast heeft.',
      ),
      question(
        'cobot-vraag-2',
        'order',
        'Zet de handelingen in de goede volgorde.',
        [
          { text: 'De sensor ziet een blokje' },
          { text: 'De band stopt' },
          { text: 'De arm gaat recht omlaag' },
          { text: 'De grijper sluit en meldt grip' },
          { text: 'De arm gaat recht omhoog' },
        ],
        'De band staat stil voordat de arm zakt. De arm gaat pas omhoog als de grijper grip meldt.',
      ),
      question(
        'cobot-vraag-3',
        'open',
        'Een klant wil de cobot messen laten verplaatsen, zonder hek. Wat zeg je?',
        [],
        'De arm stopt wel na een botsing, maar een mes snijdt dan al. Het hele werk moet veilig zijn: arm, grijper én werkstuk. Er moet een andere oplossing komen, zoals een afscherming.',
      ),

      teacherNote(
        paragraph(
          bold('Vooraf. '),
          'Controleer de noodstop, de veiligheidsinstellingen en de snelheidsgrens, en zet er een wachtwoord op. Ga na dat de grijper het blokje vasthoudt als de spanning wegvalt.',
        ),
        paragraph(
          bold('Wat gaat er mis? '),
          'Leerlingen vergeten te wachten na het openen of sluiten. Of ze leren een positie aan met een gedraaide pols, waardoor de arm een omweg maakt. Laat ze dan kijken, niet raden.',
        ),
        paragraph(
          bold('Verschil maken. '),
          'Snelle leerlingen maken van de drie vakken een lus met een teller. Wie meer steun nodig heeft, krijgt de eerste vier regels en vult de rest aan. Is er maar één cobot? Laat de andere groepjes in de simulator werken.',
        ),
      ),
    ),
}
