import { paths } from '#app/paths.ts'
import { formatCount, formatDayYear } from '#app/ui/format.ts'
import type { WorkItem } from '#app/ui/work-list.tsx'

export const employerTexts = {
  chooseEmployer: 'Je collega werkt bij meer werkgevers. Kies voor welke dit is.',
  notTheirs: 'Deze collega werkt daar nu niet, of niet in jouw team.',
  confirmNotNeeded: 'Dit bewijs hoeft een werkgever niet te bevestigen.',
  confirmInFuture: 'Deze dag moet nog komen. Vul de dag in waarop er is getekend.',
  confirmBeforeIssue: 'Deze dag ligt voor de afgifte van het bewijs.',
  confirmTooLate: (until: string) =>
    `Dit bewijs was bevestigd tot en met ${formatDayYear(until)} en is daarna vervallen. Een bevestiging van later maakt het niet weer geldig. Was er op tijd getekend? Vul dan die dag in.`,
  confirmAfterEnd: (until: string) =>
    `Dit bewijs liep tot en met ${formatDayYear(until)}. Er valt niets meer te bevestigen.`,
  changedMeanwhile:
    'Je collega heeft dit bewijs intussen gewijzigd. Kijk het opnieuw na voor je het bevestigt.',
  designateBeforeWork: (since: string) =>
    `Deze collega werkt er sinds ${formatDayYear(since)}. Kies een dag vanaf dan.`,
  notCounted: 'Dit bewijs telt niet mee: het is ingetrokken of afgewezen.',
  designateNotNeeded: 'Voor dit bewijs is geen aanwijzing nodig.',
  designateWithoutPaper:
    'Deze collega heeft geen geldig bewijs van deze soort. Daarmee kun je niemand aanwijzen.',
  designateBeforePaper: 'Op die dag was er nog geen bewijs. Kies een dag waarop het er wel was.',
  designateOrder: 'De laatste dag ligt voor de eerste.',
  designateOver: 'Deze laatste dag is al geweest.',
  designateTooLong: 'Wijs iemand voor hooguit tien jaar aan.',
  withdrawnAlready: 'Dit was al ingetrokken.',
  confirmed: (name: string, title: string, until: string) =>
    `${title} van ${name} is bevestigd, tot en met ${formatDayYear(until)}.`,
  designated: (name: string, title: string, until: string) =>
    `${name} is aangewezen voor ${title}, tot en met ${formatDayYear(until)}.`,
  designationWithdrawn: (name: string) => `De aanwijzing van ${name} is ingetrokken.`,
  confirmationWithdrawn: (name: string) => `De bevestiging voor ${name} is ingetrokken.`,
  asked: (names: string) => `${names} krijgt een mail met een link om het te doen.`,
  askedAlready: 'Dit is vandaag al gevraagd.',
  nobodyToAsk: 'Er is niemand aan wie we dit kunnen vragen. Bel je coördinator.',
  notThisLink: 'Deze link gaat over iets anders. Log in, en doe het bij je team.',
  nothingToAsk: 'Je werkgever hoeft hiervoor nu niets te doen.',
} as const

/** Who waits for an act in the employer's name, as a line of work; nothing where nobody does. */
export function attestWork(asking: readonly { personId: number; name: string }[]): WorkItem[] {
  const [first, ...others] = asking
  if (!first) return []
  const who =
    others.length > 0 ? `${first.name} en ${formatCount(others.length, 'ander', 'anderen')}` : first.name
  return [
    {
      count: asking.length,
      sentence: `${asking.length === 1 ? 'verzoek' : 'verzoeken'} om namens de werkgever te tekenen, van ${who}`,
      href: paths.teamDossier(first.personId),
      act: 'Teken',
    },
  ]
}
