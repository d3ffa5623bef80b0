import {
  attention,
  bold,
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
  tasks,
  teacherNote,
  tool,
  workStep,
} from '#app/features/modules/blocks.ts'
import type { DemoModule } from './demo-module.ts'

export const spanningMetenNen3140: DemoModule = {
  slug: 'spanning-meten-nen-3140',
  title: 'Spanningsloos werken en meten',
  summary:
    'Je maakt een oefenbord spanningsloos in de vijf stappen van NEN 3140 en bewijst dat met een tweepolige spanningstester. Daarna vervang je een onderdeel en neem je het bord weer in gebruik.',
  company: 'Elektrotechniek',
  profiles: ['PIE'],
  levels: ['bb', 'kb', 'gl'],
  schoolYears: [3, 4],
  lessons: 2,
  licence: 'CC BY',
  pictures: ['spanning-bord', 'spanning-meten', 'spanning-slot', 'spanning-volgorde'],
  write: (picture) =>
    moduleOf(
      learningGoal('P/PIE/04', 'Je maakt een installatie spanningsloos en toont dat met een meting aan.'),
      learningGoal('P/PIE/03', 'Je meet spanning in een stuurstroomkring van 24 V.'),
      learningGoal('K/PIE/06', 'Je vervangt veilig een onderdeel en neemt de installatie weer in gebruik.'),

      heading('Waarom dit werk telt'),
      paragraph(
        'Onze monteur moest een relais vervangen. Hij zette de hoofdschakelaar uit en hing zijn slot erop. Toch gaf zijn tester op één klem spanning aan: de stuurspanning kwam uit een andere kast. Op de tekening stond dat niet. Door te meten bleef het bij schrikken.',
      ),
      paragraph('Hoe gevaarlijk stroom is, reken je uit met de wet van Ohm:'),
      paragraph(formula('I = \\frac{U}{R}')),
      paragraph(
        'Neem 230 V en reken voor je lichaam met ongeveer 1000 Ω. Dan loopt er 0,23 A. Dat kan dodelijk zijn. Een aardlekschakelaar van 30 mA schakelt al af als er 0,03 A naar aarde weglekt. Loopt de stroom niet naar aarde, dan helpt hij niet.',
      ),
      figure(
        picture('spanning-bord'),
        'Een oefenbord van voren: linksboven twee meetbussen, daarnaast hoofdschakelaar, zekering en relais. Rechts een lamp en een drukknop. Onderaan een rij klemmen met een aardklem.',
        'Het oefenbord. Op de oranje meetbussen blijft spanning staan als de hoofdschakelaar uit is.',
      ),
      safety(
        ['glasses', 'shoes'],
        paragraph(
          bold('Alleen op 24 V. '),
          'Je werkt op een oefenbord met een veilige voeding (PELV) van 24 V gelijkspanning. Kasten op 230 V of 400 V blijven dicht.',
        ),
        paragraph(
          bold('Nooit werken onder spanning. '),
          'Met spanning erop mag je alleen meten, als je docent erbij staat. Schroeven en draden raak je pas aan na de vrijgave.',
        ),
        paragraph(
          bold('Kortsluiting. '),
          'Ook bij 24 V wordt een ring die kortsluiting maakt gloeiend heet. Doe sieraden en je horloge af.',
        ),
      ),
      materials(
        supply('1', 'zekering, zelfde type en waarde als in het bord'),
        supply('1', 'label met naam, datum en reden'),
        tool('1', 'oefenbord 24 V met afsluitbare tweepolige hoofdschakelaar'),
        tool('1', 'tweepolige spanningstester die ook 24 V gelijkspanning aanwijst'),
        tool('1', 'hangslot met één sleutel'),
        tool('1', 'afdekkap voor de meetbussen'),
        tool('1', 'geïsoleerde schroevendraaier'),
      ),

      workStep(
        'spanning-stap-1',
        'Kijk de tester na',
        10,
        paragraph(
          'Bekijk snoer, behuizing en meetpunten. Is iets gescheurd of kaal, dan gebruik je de tester niet. Zet de twee punten op de meetbussen van het bord. De tester moet 24 V aanwijzen.',
        ),
        attention(
          'Houd je vingers achter de kraag van de meetpennen. Voor kasten op 230/400 V moet een tester ook de juiste meetcategorie hebben.',
        ),
      ),
      workStep(
        'spanning-stap-2',
        'Meet met spanning erop',
        10,
        paragraph(
          'Zet de hoofdschakelaar aan. Je docent staat erbij. Meet op de klemmen tussen schakelaar en zekering, steeds tussen L+, M en aarde (PE). Vergelijk met de tabel. M is op dit bord aan de kant van de voeding met aarde verbonden.',
        ),
        figure(
          picture('spanning-meten'),
          'Een tweepolige spanningstester met twee meetpennen op twee schroeven van een rij klemmen. Op de rechter pen branden twee lampjes.',
          'Twee pennen op twee klemmen. Zo meet je het verschil in spanning.',
        ),
        table(
          ['Meting tussen', 'Ingeschakeld', 'Spanningsloos'],
          ['L+ en M', '24 V', '0 V'],
          ['L+ en PE', '24 V', '0 V'],
          ['M en PE', '0 V', '0 V'],
        ),
      ),
      workStep(
        'spanning-stap-3',
        'Schakel vrij',
        5,
        paragraph(
          'Zoek op de tekening alle voedingen van het bord. Zet de hoofdschakelaar op 0. Hij verbreekt L+ en M tegelijk. Kijk of er nog een tweede voeding is.',
        ),
      ),
      workStep(
        'spanning-stap-4',
        'Beveilig tegen opnieuw inschakelen',
        5,
        paragraph(
          'Hang je slot door de schakelaar en hang het label eraan. Stop de sleutel in je zak. Probeer of de schakelaar nog omgaat: dat mag niet lukken.',
        ),
        figure(
          picture('spanning-slot'),
          'Een draaischakelaar in de stand 0. Een hangslot gaat door de hendel en door de vaste plaat. Aan het slot hangt een label met een verbodsteken en regels voor een naam.',
          'Eén persoon, één slot, één sleutel.',
        ),
        attention('Alleen wie het slot ophing, haalt het weg.'),
      ),
      workStep(
        'spanning-stap-5',
        'Stel vast dat er geen spanning is',
        15,
        numbered(
          'Test de tester op de meetbussen: 24 V.',
          'Meet op de plek waar je gaat werken: aan beide kanten van de zekering, alle drie de metingen uit de tabel. Overal 0 V.',
          'Test de tester opnieuw op de meetbussen: weer 24 V.',
        ),
        figure(
          picture('spanning-volgorde'),
          'Drie beelden naast elkaar. Eerst meet de tester op twee bussen en branden er lampjes. Dan meet hij op klemmen en brandt er niets. Dan meet hij weer op de bussen en branden de lampjes opnieuw.',
          'Bron, werkplek, bron. Pas na drie keer weet je het zeker.',
        ),
        attention('Een ingebouwde zelftest is handig, maar vervangt de proef op een bekende bron niet.'),
      ),
      workStep(
        'spanning-stap-6',
        'Beoordeel aarden en scherm af',
        10,
        paragraph(
          'Aarden en kortsluiten is nodig als de installatie toch weer spanning kan krijgen, bijvoorbeeld van een noodaggregaat. Schrijf op of dat hier kan, en waarom. Je maakt zelf geen kortsluiting. Zet daarna de afdekkap op de meetbussen: daar staat nog 24 V op.',
        ),
        attention('Vraag je docent nu om vrijgave. Zonder vrijgave begin je niet.'),
      ),
      workStep(
        'spanning-stap-7',
        'Vervang de zekering en neem in gebruik',
        20,
        paragraph(
          'Vervang de zekering door hetzelfde type en dezelfde waarde. Werk daarna terug in omgekeerde volgorde en vink af:',
        ),
        tasks(
          'gereedschap en losse draadjes weg',
          'klemmen vast en bord dicht',
          'afdekkap weg, iedereen gewaarschuwd',
          'eigen slot en label weg',
          'ingeschakeld: de lamp brandt als je op de knop drukt',
        ),
      ),

      quote(
        bold('Zo doen we het bij ons: '),
        'wie niet heeft gemeten, zegt dat er spanning op staat. Ook onze oudste monteur meet drie keer, en daar maakt niemand een grap over.',
      ),

      question(
        'spanning-vraag-1',
        'choice',
        'Op de klemmen meet je 0 V. Daarna geeft de tester op de meetbussen ook 0 V. Wat weet je nu?',
        [
          { text: 'De klemmen zijn spanningsloos', feedback: 'Dat weet je niet: de tester kan stuk zijn.' },
          {
            text: 'Niets, je begint opnieuw met een goede tester',
            right: true,
            feedback: 'Goed. Ga tot die tijd uit van spanning.',
          },
          { text: 'De zekering is stuk', feedback: 'Dat kan, maar deze meting bewijst het niet.' },
        ],
        'Een meting telt alleen als de tester er vóór en na op een bekende bron goed werkte.',
      ),
      question(
        'spanning-vraag-2',
        'order',
        'Zet de vijf stappen in de goede volgorde.',
        [
          { text: 'Vrijschakelen' },
          { text: 'Beveiligen tegen opnieuw inschakelen' },
          { text: 'Vaststellen dat er geen spanning is' },
          { text: 'Aarden en kortsluiten, als dat nodig is' },
          { text: 'Afschermen van delen in de buurt die onder spanning staan' },
        ],
        'Je meet pas als niemand meer kan inschakelen. Aarden doe je pas na de meting.',
      ),
      question(
        'spanning-vraag-3',
        'open',
        'De hoofdschakelaar is uit en jouw slot hangt erop. Waarom meet je toch nog?',
        [],
        'Er kan een tweede voeding zijn, de schakelaar kan stuk zijn of je hebt de verkeerde groep. Alleen een tweepolige meting met een gecontroleerde tester laat zien dat er op jouw werkplek geen spanning staat.',
      ),

      teacherNote(
        paragraph(
          bold('Vooraf. '),
          'Controleer de voeding en de verbinding tussen M en PE. Zet in elk bord een kapotte zekering. Probeer of je testers bij 24 V gelijkspanning echt aanwijzen: niet elk type doet dat.',
        ),
        paragraph(
          bold('Wat gaat er mis? '),
          'Leerlingen slaan de derde meting over, of meten alleen tussen L+ en M. Laat een maatje elke meting hardop afvinken. Geef pas vrij als je het slot zelf hebt gezien.',
        ),
        paragraph(
          bold('Verschil maken. '),
          'Geef snelle leerlingen een bord met een tweede voeding van 24 V en een tekening waar die niet op staat. Geef anderen een kaart met de vijf stappen. Met deze module is niemand aangewezen volgens NEN 3140; dat doet een werkgever.',
        ),
      ),
    ),
}
