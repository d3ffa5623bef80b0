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
