import type { DeskKind } from './desk.ts'

/** How each kind of work is called: in the address, above its rows, and in the strip on top of the desk. */
export const deskWords: Record<DeskKind, { slug: string; title: string; short: string; intro?: string }> = {
  trainer: {
    slug: 'trainers',
    title: 'Bijeenkomsten zonder trainer',
    short: 'Zonder trainer',
  },
  decision: {
    slug: 'beslissen',
    title: 'Gaat dit door?',
    short: 'Gaat het door?',
    intro: 'Hun beslisdag valt binnen een week, of is al geweest. Zonder jouw besluit gebeurt er niets.',
  },
  offer: { slug: 'aangeboden', title: 'Aangeboden plekken zonder antwoord', short: 'Aangeboden plekken' },
  approval: {
    slug: 'aanvragen',
    title: 'Aanvragen die blijven liggen',
    short: 'Aanvragen',
    intro: 'Ze wachten langer dan drie dagen, of er is niemand anders die kan beslissen.',
  },
  mail: { slug: 'mails', title: 'Mails die niet aankwamen', short: 'Geweigerde mails' },
  message: { slug: 'berichten', title: 'Berichten van bezoekers', short: 'Berichten' },
  closing: { slug: 'afronden', title: 'Geweest en nog niet afgerond', short: 'Af te ronden' },
  review: { slug: 'certificaten', title: 'Presentie veranderd na uitreiken', short: 'Certificaten' },
  erasure: {
    slug: 'wissen',
    title: 'Wie gewist wil worden',
    short: 'Wissen',
    intro: 'Daar heb je een maand voor (AVG, artikel 12).',
  },
  suggestion: { slug: 'scholen', title: 'Scholen die er nog niet bij staan', short: 'Scholen' },
}

const people = (count: number) =>
  `${count} ${count === 1 ? 'deelnemer krijgt' : 'deelnemers krijgen'} bericht.`

/** What stands on top of the desk after an act. */
export const deskTexts = {
  cancelled: (told: number) => `Het gaat niet door. ${people(told)}`,
  reminded: (name: string) => `${name} krijgt de link opnieuw.`,
  withdrawn: (name: string) => `De plek van ${name} is ingetrokken en gaat naar de volgende.`,
  trainerChosen: (name: string) => `${name} staat er nu voor en krijgt bericht.`,
  mailSeen: 'Deze mail is van je lijst.',
  addressGiven: (address: string, confirm: boolean) =>
    confirm
      ? `Naar ${address} is een link gemaild. Het adres telt zodra de eigenaar die gebruikt.`
      : `${address} staat erbij. Daarheen gaat de mail nu.`,
  messageHandled: 'Het bericht is afgehandeld.',
  certificateKept: 'Het blijft geldig.',
  suggestionDismissed: 'Deze school is van je lijst.',
  reload: 'Deze knop klopt niet meer. Kijk wat er nu staat en probeer het opnieuw.',
} as const
