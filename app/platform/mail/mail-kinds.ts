/**
 * The sorts of mail that their reader may leave, each by one link. What is not in this list is essential and always
 * comes: confirmations, changes, cancellations, questions that wait for an answer, and everything about logging in.
 */
export const mailKinds = {
  reminders: {
    label: 'Herinneringen',
    hint: 'Een week en een dag voor een bijeenkomst: tijd, plek, route en wat je meeneemt.',
    /** Completes: "Je krijgt geen … meer." */
    none: 'herinneringen',
  },
  messages: {
    label: 'Berichten van trainers en coördinatoren',
    hint: 'Wat zij schrijven aan iedereen die meedoet of wacht.',
    none: 'berichten van trainers en coördinatoren',
  },
  invitations: {
    label: 'Uitnodigingen',
    hint: 'Nieuwe data voor iets waar je belangstelling voor hebt.',
    none: 'uitnodigingen voor nieuwe data',
  },
  evaluations: {
    label: 'Vragen om je mening',
    hint: 'Een korte vragenlijst na de laatste bijeenkomst.',
    none: 'vragen om je mening',
  },
  lapsing: {
    label: 'Bewijzen die verlopen',
    hint: 'Op tijd van tevoren, met de eerste datum waarop je het opnieuw kunt halen.',
    none: 'berichten over bewijzen die verlopen',
  },
  'team-lapsing': {
    label: 'Bewijzen van je team',
    hint: 'Voor teamleiders, één keer per maand: wat verloopt, en wat op jou wacht.',
    none: 'maandelijkse berichten over bewijzen van je team',
  },
} as const

export type MailKind = keyof typeof mailKinds
export const mailKindNames = Object.keys(mailKinds) as MailKind[]

/** The daily digest can be left too: then everything that may be left is. */
export type LeavableKind = MailKind | 'digest'

export const isLeavable = (kind: string): kind is LeavableKind =>
  kind === 'digest' || Object.hasOwn(mailKinds, kind)

/** What stands at the foot of a mail of this sort, before the link. */
export const leaveWords = (kind: LeavableKind): string =>
  kind === 'digest'
    ? 'Liever minder mail? Kies wat je krijgt'
    : `Liever geen ${mailKinds[kind].none}? Meld je af`
