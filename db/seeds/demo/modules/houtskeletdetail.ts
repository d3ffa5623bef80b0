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

export const houtskeletdetail: DemoModule = {
  slug: 'houtskeletdetail',
  title: 'Een wanddetail in houtskeletbouw',
  summary:
    'Je bouwt een stuk houten buitenwand op ware grootte, laag voor laag. Zo zie je waarom elke folie aan de goede kant moet zitten.',
  company: 'Houtskeletbouw',
  profiles: ['BWI'],
  levels: ['bb', 'kb'],
  schoolYears: [3, 4],
  lessons: 5,
  licence: 'CC BY-SA',
  pictures: ['houtskelet-opbouw', 'houtskelet-frame', 'houtskelet-folie', 'houtskelet-isolatie'],
  write: (picture) =>
    moduleOf(
      learningGoal('P/BWI/01', 'Je leest een detailtekening en maakt er een zaaglijst bij.'),
      learningGoal('K/BWI/09', 'Je legt uit welke laag van een houtskeletwand welke taak heeft.'),
      learningGoal('P/BWI/02', 'Je maakt een haaks stuk houtskeletwand dat wind- en luchtdicht is.'),

      heading('Waarom dit telt'),
      paragraph(
        'Een bewoner kreeg vlekken op haar slaapkamerwand. We haalden de plaat eraf: de isolatie was nat. Bij een stopcontact zat een snee in de folie. Daar trok elke dag vochtige lucht de wand in, en in de koude wand werd die damp water. De snee was tien centimeter lang, de reparatie kostte twee dagen.',
      ),
      paragraph(
        'Een houtskeletwand blijft zo droog. ',
        bold('Binnen'),
        ' komt een folie die damp tegenhoudt. ',
        bold('Buiten'),
        ' komt een folie die water tegenhoudt, maar damp doorlaat. Daarbuiten stroomt lucht door een spouw.',
      ),
      figure(
        picture('houtskelet-opbouw'),
        'Doorsnede van bovenaf door een houten wand: bovenaan de gevel met regendruppels, dan latten, een folie als streeplijn, drie stijlen met isolatie ertussen, een oranje folie en onderaan een plaat. Pijlen wijzen vanuit de kamer naar de plaat.',
        'Van buiten naar binnen: gevelbekleding, latten met luchtspouw, waterkerende folie, stijlen met isolatie, dampremmende folie (oranje) en de binnenplaat.',
      ),

      safety(
        ['glasses', 'hearing', 'shoes', 'mask', 'gloves', 'hair'],
        bullets(
          'De afkortzaag gebruik je alleen na instructie en met toezicht. Klem kort hout vast; houd je hand weg van de zaaglijn.',
          'Handschoenen draag je bij de isolatie. Bij de zaag en de boormachine doe je ze uit: een draaiende machine trekt ze mee.',
          'Zet bij zagen de afzuiging aan en draag het stofmasker.',
          'Snijd van je af, op een plank. Til het detail met z’n tweeën.',
        ),
      ),

      materials(
        supply('2 × 2,7 m', 'vuren regelwerk, geschaafd 38 × 140 mm'),
        supply('1 m²', 'houtvezelisolatie, flexibel, 140 mm dik'),
        supply('2 × 1,3 m', 'dampremmende folie, stroken van 550 mm hoog'),
        supply('2 × 1,3 m', 'waterkerende, dampopen folie, stroken van 550 mm hoog'),
        supply('4 m', 'tape die bij de folie hoort'),
        supply('1', 'OSB-plaat 12 mm, 600 × 900 mm'),
        supply('3', 'latten 22 × 50 mm, 900 mm lang'),
        supply('8', 'rabatdelen van 600 mm, werkend 125 mm'),
        supply('12', 'schroeven 5 × 90 mm voor het frame'),
        supply('35', 'schroeven voor plaat, latten en rabat'),
        tool('1', 'afkortzaag met afzuiging'),
        tool('1', 'schroefmachine met boor van 4 mm'),
        tool('2', 'rolmaat, schrijfhaak en potlood'),
        tool('1', 'handtacker met nietjes'),
        tool('1', 'isolatiemes of isolatiezaag'),
        tool('2', 'lijmtangen en een aandrukrol'),
      ),

      workStep(
        'hsb-stap-1',
        'Maak de zaaglijst',
        20,
        paragraph(
          'Je wand wordt 1200 mm breed en 900 mm hoog. Een stijl staat tussen de onderregel en de bovenregel. Trek dus twee keer de dikte van een regel af:',
        ),
        paragraph(formula('900 - 2 \\cdot 38 = 824\\ \\text{mm}')),
        paragraph('Schrijf op: twee regels van 1200 mm en drie stijlen van 824 mm.'),
        attention('Meet de echte dikte van je hout na. Is het 37 mm, dan klopt de som niet meer.'),
      ),
      workStep(
        'hsb-stap-2',
        'Zaag de regels en de stijlen',
        30,
        paragraph(
          'Zaag eerst een kant haaks. Zet dan een aanslag en zaag de drie stijlen achter elkaar. Leg ze naast elkaar en voel of ze even lang zijn.',
        ),
        attention('Zaag naast de potloodlijn, aan de kant van het afval.'),
      ),
      workStep(
        'hsb-stap-3',
        'Schroef het frame en maak het haaks',
        35,
        paragraph(
          'Teken op beide regels het midden van de wand af, op 600 mm. De buitenste stijlen komen gelijk met de kop. Boor voor met 4 mm en zet elke verbinding vast met twee schroeven. Meet daarna de diagonalen: die moeten even lang zijn.',
        ),
        paragraph(formula('\\sqrt{1200^2 + 900^2} = 1500\\ \\text{mm}')),
        figure(
          picture('houtskelet-frame'),
          'Vooraanzicht van een frame met drie stijlen tussen twee regels; twee oranje pijlen lopen kruislings van hoek naar hoek.',
          'Meet beide diagonalen. Verschilt het meer dan 2 mm? Druk de langste diagonaal korter.',
        ),
      ),
      workStep(
        'hsb-stap-4',
        'Span de waterkerende folie en schroef de latten',
        35,
        paragraph(
          'Leg het frame met de buitenkant boven. Begin met de onderste strook en laat de bovenste er minstens 100 mm overheen vallen. Niet alleen op de stijlen en plak de naad af. Schroef op elke stijl een lat, rechtop, zodat de lucht omhoog kan.',
        ),
        figure(
          picture('houtskelet-folie'),
          'Twee doorsneden van een folienaad. Links valt de bovenste folie buiten over de onderste en loopt het water eraf. Rechts zit de bovenste folie erachter en loopt een druppel naar het hout.',
          'Denk aan dakpannen: wat hoger zit, valt over wat lager zit.',
        ),
      ),
      workStep(
        'hsb-stap-5',
        'Vul de vakken met isolatie',
        25,
        paragraph(
          'Draai het frame om. Een vak is 543 mm breed. Snijd de isolatie ongeveer 10 mm ruimer, in beide richtingen, en druk haar zonder vouwen op haar plaats. Ze klemt dan vanzelf.',
        ),
        figure(
          picture('houtskelet-isolatie'),
          'Drie vakken tussen stijlen: links isolatie met kieren, in het midden isolatie die past, rechts isolatie die te breed is en een holte laat.',
          'Links te smal, rechts te breed. Alleen in het midden werkt de isolatie.',
        ),
        attention('Maak een foto van elk vak. Straks kan niemand er meer in kijken.'),
      ),
      workStep(
        'hsb-stap-6',
        'Sluit de binnenkant luchtdicht af',
        30,
        paragraph(
          'Niet de dampremmende folie op de stijlen, met 100 mm overlap. Plak de naad en elk gaatje af. Wrijf de tape stevig aan met de rol.',
        ),
        attention('Tape houdt niet op stof. Veeg de folie eerst schoon.'),
      ),
      workStep(
        'hsb-stap-7',
        'Schroef de plaat en het rabat',
        40,
        paragraph(
          'Dek alleen de linkerhelft af: binnen met OSB, buiten met rabat. Begin met het rabat onderaan en houd de spouw onder en boven open. Rechts blijft de opbouw zichtbaar.',
        ),
      ),
      workStep(
        'hsb-stap-8',
        'Keur het detail van een ander koppel',
        20,
        tasks(
          'De diagonalen verschillen hoogstens 2 mm.',
          'De dampremmende folie zit aan de warme kant en is heel.',
          'De buitenste folie ligt als dakpannen.',
          'Lucht kan onder in de spouw en er boven uit.',
        ),
      ),

      heading('Reken uit hoe goed een laag isoleert'),
      paragraph(
        'Hoe dikker een laag en hoe kleiner de λ-waarde, hoe beter ze warmte tegenhoudt: ',
        formula('R = \\dfrac{d}{\\lambda}'),
        '. De dikte vul je in meters in. Het etiket gaat altijd voor deze richtwaarden.',
      ),
      table(
        ['Laag', 'd in m', 'λ in W/(m·K)', 'R in m²·K/W'],
        ['OSB', '0,012', '0,13', '0,09'],
        ['Houtvezelisolatie', '0,140', '0,038', '3,68'],
        ['Vuren stijl', '0,140', '0,13', '1,08'],
      ),
      paragraph(
        'Door het hout gaat meer warmte weg dan door de isolatie. De waarde van de hele wand (',
        formula('R_c'),
        ') is daarom lager dan die van het vak alleen.',
      ),

      question(
        'hsb-vraag-1',
        'choice',
        'Waar zit de dampremmende folie?',
        [
          {
            text: 'Aan de binnenkant, de warme kant',
            right: true,
            feedback: 'Ja. Daar komt de damp vandaan.',
          },
          { text: 'Aan de buitenkant', feedback: 'Dan sluit je het vocht op in de wand.' },
          { text: 'Aan beide kanten', feedback: 'Dan kan vocht dat er toch in komt, er niet meer uit.' },
        ],
        'Binnen remmen, buiten laten drogen. Zo blijft het hout droog.',
      ),
      question(
        'hsb-vraag-2',
        'order',
        'Zet de lagen in de goede volgorde, van binnen naar buiten.',
        [
          { text: 'OSB-plaat' },
          { text: 'dampremmende folie' },
          { text: 'stijlen met isolatie' },
          { text: 'waterkerende folie' },
          { text: 'latten met luchtspouw' },
          { text: 'rabatdelen' },
        ],
        'Je werkt van warm en droog naar koud en nat.',
      ),
      question(
        'hsb-vraag-3',
        'open',
        'Je kiest glaswol van 140 mm met λ = 0,035. Bereken R. Isoleert die laag beter dan de houtvezel uit de tabel?',
        [],
        'R = 0,140 : 0,035 = 4,0 m²·K/W. Dat is meer dan 3,68, dus ja.',
      ),

      heading('Zo doen we het bij ons'),
      quote(
        '‘Voor de plaat erop gaat, loopt bij ons een collega de folie na die haar niet zelf heeft geplakt. Een verse blik vindt altijd nog een gaatje.’ Berend Balk, Voorbeeldbedrijf Houtskeletbouw',
      ),

      teacherNote(
        paragraph(
          bold('Voorbereiding: '),
          'werk in koppels. Zaag de stijlen zelf als de groep nog geen instructie had. Maak plaats voor zes details van 1,2 bij 0,9 meter.',
        ),
        paragraph(
          bold('Wat er misgaat: '),
          'ze halen de folies door elkaar, ze rekenen R in millimeters en ze meten het hart van de middelste stijl vanaf de binnenkant van de buitenste stijl.',
        ),
        paragraph(
          bold('Verschil maken: '),
          'bb krijgt de zaaglijst en een sjabloon. Kb maakt een inbouwdoos luchtdicht en zoekt op welke Rc-waarde een nieuwe gevel moet halen.',
        ),
      ),
    ),
}
