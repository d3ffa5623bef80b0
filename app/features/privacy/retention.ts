/** How long what has a term is kept, in days. `docs/privacy.md` tells why; the privacy statement repeats them. */
export const retention = {
  /** The row of a mailed link after its term, or of a calendar's address after its end; both stopped working then. */
  linkDays: 90,
  /** The words of a mail. That it was sent, to whom and about what, stays: nothing is to be told twice. */
  mailTextDays: 90,
  /** Somebody who asked for a place without an account and never confirmed the mail. */
  unconfirmedPersonDays: 30,
  /** What somebody eats and where to ring them on the day itself, after the last day. */
  dayWishesDays: 30,
  /** By which browser somebody checked in, and what the codes of a meeting came from, after the meeting. */
  checkInDays: 30,
  /** What participants wrote in an evaluation, after its last day. How often each number was chosen stays. */
  evaluationWordsDays: 730,
  /** What somebody wanted to come to or missed, after it ended or was last changed. */
  interestDays: 730,
  /** Who looked at somebody's dossier, for its holder to see. */
  dossierViewDays: 730,
  /** The name and role under a contribution. That it was signed, when, and what was read, stays: it is evidence. */
  signerNameDays: 3_653,
} as const

/** What is kept for a time, why, and for how many days; as an administrator reads it. */
export const terms = [
  {
    key: 'unconfirmedPeople',
    what: 'Wie zich zonder account inschreef en dat nooit bevestigde',
    why: 'Die plek wachtte op een antwoord.',
    days: retention.unconfirmedPersonDays,
    after: 'na het invullen',
  },
  {
    key: 'dayWishes',
    what: 'Wat iemand eet, en het telefoonnummer voor die dag',
    why: 'Voor de maaltijd, en om te kunnen bellen.',
    days: retention.dayWishesDays,
    after: 'na de laatste bijeenkomst',
  },
  {
    key: 'checkIns',
    what: 'Met welke browser iemand incheckte, en waar de codes uit kwamen',
    why: 'Zo valt op dat één telefoon voor twee mensen incheckt.',
    days: retention.checkInDays,
    after: 'na de bijeenkomst',
  },
  {
    key: 'mails',
    what: 'De tekst van mails en van berichten aan een groep',
    why: 'Om na te gaan wat er is gezegd. Dat er een mail ging, blijft bekend.',
    days: retention.mailTextDays,
    after: 'na het versturen',
  },
  {
    key: 'links',
    what: 'Links uit mails en agenda-adressen',
    why: 'Ze werken dan al niet meer.',
    days: retention.linkDays,
    after: 'nadat ze stopten',
  },
  {
    key: 'evaluations',
    what: 'Wat mensen in een evaluatie schreven',
    why: 'Om de volgende keer beter te maken. De cijfers blijven; wie antwoordde, gaat al na de laatste dag weg.',
    days: retention.evaluationWordsDays,
    after: 'na de laatste dag om te antwoorden',
  },
  {
    key: 'interest',
    what: 'Belangstelling en gemelde behoeften',
    why: 'Om een datum te plannen, en die mensen als eerste te vragen.',
    days: retention.interestDays,
    after: 'na de laatste wijziging of het antwoord',
  },
  {
    key: 'views',
    what: 'Wie in wiens dossier keek',
    why: 'De eigenaar van het dossier ziet het.',
    days: retention.dossierViewDays,
    after: 'na het kijken',
  },
  {
    key: 'signers',
    what: 'Naam en functie onder een bijdrage',
    why: 'Bewijs voor de subsidie. Dat er is getekend, blijft bekend.',
    days: retention.signerNameDays,
    after: 'na het tekenen',
  },
] as const

/** What has a term of its own. */
export type Kept = (typeof terms)[number]['key']
