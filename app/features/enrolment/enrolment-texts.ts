import type { Clash } from '#app/features/agenda/agenda.ts'
import type { Lacking } from '#app/features/qualifications/qualification.ts'
import { qualificationTexts } from '#app/features/qualifications/qualification-texts.ts'
import {
  formatCount,
  formatDayYear,
  formatList,
  formatMoment,
  formatTimeRange,
  formatWeekday,
} from '#app/ui/format.ts'
import type { Approval, ClosedReason, EnrolmentStatus } from './enrolment.ts'

/** The state of an enrolment, as sign and word: `tone` is that of `StateBadge`. */
export const statusWords: Record<
  EnrolmentStatus,
  { word: string; tone: 'ok' | 'warn' | 'stop' | 'neutral' }
> = {
  unconfirmed: { word: 'nog bevestigen', tone: 'warn' },
  requested: { word: 'wacht op goedkeuring', tone: 'warn' },
  confirmed: { word: 'ingeschreven', tone: 'ok' },
  waitlisted: { word: 'wachtlijst', tone: 'warn' },
  offered: { word: 'plek aangeboden', tone: 'warn' },
  expired: { word: 'verlopen', tone: 'neutral' },
  declined: { word: 'niet goedgekeurd', tone: 'stop' },
  withdrawn: { word: 'afgemeld', tone: 'neutral' },
  handed_over: { word: 'overgedragen', tone: 'neutral' },
  cancelled: { word: 'gaat niet door', tone: 'stop' },
  completed: { word: 'afgerond', tone: 'ok' },
  not_completed: { word: 'niet afgerond', tone: 'neutral' },
}

/** What the team said, or still has to. */
export const approvalWords: Record<Approval, string> = {
  not_needed: 'niet nodig',
  pending: 'nog niet gegeven',
  approved: 'gegeven',
  declined: 'niet gegeven',
}

/** How an enrolment came about. */
export const originWords = {
  self: 'door de deelnemer zelf',
  coordinator: 'door de coördinator',
  team_lead: 'door de teamleider',
  substitute: 'als vervanger',
  walk_in: 'op de dag zelf, zonder inschrijving',
} as const

export const closedTexts: Record<ClosedReason, string> = {
  not_open_yet: 'Inschrijven kan nog niet: deze datum is nog niet open. Kijk later nog eens.',
  cancelled: 'Deze uitvoering gaat niet door. Kijk of er een andere datum is.',
  closed: 'Deze uitvoering is al geweest. Kijk of er een andere datum is.',
  undated: 'Er is nog geen datum, dus inschrijven kan nog niet. Kijk later nog eens.',
  started: 'Deze uitvoering is al begonnen. Kijk of er een andere datum is.',
  past_deadline: 'De inschrijving is gesloten. Kijk of er een andere datum is, of bel de coördinator.',
}

function clashText(clash: Clash): string {
  const when = `${formatWeekday(clash.startsAt)}, ${formatTimeRange(clash.startsAt, clash.endsAt)}`
  return clash.as === 'trainer'
    ? `Je staat dan zelf voor de groep bij ${clash.title} (${when}). Kies een andere datum.`
    : `Je bent dan al bij ${clash.title} (${when}). Meld je daar eerst af, of kies een andere datum.`
}

/** Why somebody doesn't fit: every reason a sentence. */
export function misfitTexts(misfit: { clashes: Clash[]; unmet: Lacking[] }): string[] {
  return [...misfit.unmet.map(qualificationTexts.unmet), ...misfit.clashes.slice(0, 3).map(clashText)]
}

/** The same about a colleague, to who enrols them. */
export function colleagueMisfitTexts(
  name: string,
  { clashes, unmet }: { clashes: Clash[]; unmet: Lacking[] },
): string[] {
  return [
    ...unmet.map((one) => qualificationTexts.unmetOfColleague(name, one)),
    ...clashes.slice(0, 2).map(({ as, startsAt, endsAt }) => {
      const when = `${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)}`
      return as === 'trainer'
        ? `${name} staat dan zelf voor een groep (${when}).`
        : `${name} heeft dan al andere scholing (${when}).`
    }),
  ]
}

/** Who hears of a decision: '6 deelnemers', '2 wachtenden', 'de trainers'. */
export const concerned = (participants: number, waiting: number): string[] => [
  ...(participants > 0 ? [formatCount(participants, 'deelnemer', 'deelnemers')] : []),
  ...(waiting > 0 ? [formatCount(waiting, 'wachtende', 'wachtenden')] : []),
  'de trainers',
]

export const enrolmentTexts = {
  standInTaken: 'Deze trainer is dan niet (meer) vrij. Kies iemand anders.',
  alreadyEnrolled: 'Je bent hier al voor ingeschreven. Je vindt het bij Mijn overzicht.',
  alreadyEnrolledOther: (name: string) => `${name} is hier al voor ingeschreven.`,
  notInTeam: 'Kies mensen die nu in je team werken.',
  chooseSomebody: 'Kruis aan wie je inschrijft.',
  nothingReserved: 'Er worden geen plekken meer voor je team vrijgehouden.',
  released: (places: number) =>
    places === 1 ? 'De plek is vrij voor een ander.' : `De ${places} plekken zijn vrij voor anderen.`,
  /** Who got what, by name. */
  teamEnrolled: (people: readonly { name: string; position: number }[]) => {
    const placed = people.filter(({ position }) => position === 0).map(({ name }) => name)
    const inLine = people.filter(({ position }) => position > 0)
    return [
      placed.length > 0 &&
        `${formatList(placed)} ${placed.length === 1 ? 'heeft een plek en krijgt' : 'hebben een plek en krijgen'} bericht.`,
      inLine.length > 0 &&
        `Op de wachtlijst: ${formatList(inLine.map(({ name, position }) => `${name} (plek ${position})`))}.`,
    ]
      .filter(Boolean)
      .join(' ')
  },
  chooseSchool: 'Je werkt op meer plekken. Kies voor welke school of welk team je gaat.',
  notYourSchool: 'Kies een school of team waar je nu werkt.',
  telephoneNeeded: 'Vul je telefoonnummer in: de trainer belt je als er op de dag zelf iets verandert.',
  enrolled: {
    confirmed: (title: string) => `Je bent ingeschreven voor ${title}.`,
    requested: (title: string) =>
      `Je plek bij ${title} staat vast zodra je team het goedkeurt. Tot die tijd houden we hem voor je vrij.`,
    waitlisted: (title: string, position: number) =>
      `${title} is vol. Je staat op de wachtlijst, plek ${position}. Zodra er een plek vrijkomt, hoor je het.`,
  },
  enrolledOther: {
    confirmed: (name: string) => `${name} is ingeschreven en krijgt bericht.`,
    requested: (name: string) => `${name} staat genoteerd; het team moet het nog goedkeuren.`,
    waitlisted: (name: string, position: number) => `${name} staat op de wachtlijst, plek ${position}.`,
  },
  checkMail:
    'Kijk in je mail. Je krijgt een bericht met een link: daarmee maak je de inschrijving af. We houden dit 24 uur voor je vast.',
  tooLateWithoutAccount:
    'Dit begint binnen 24 uur. Zonder account gaat dat niet meer: log in, of bel de coördinator.',
  tooManyFromNetwork:
    'Vanaf dit netwerk zijn al drie plekken gevraagd die nog niet bevestigd zijn. Bevestig die eerst met de link in de mail, of log in.',
  holdExpired: (title: string) =>
    `Je account staat klaar, maar de plek bij ${title} is vervallen. Schrijf je opnieuw in als er nog plek is.`,
  nameYourSchool: 'Kies je school, of vul de naam en de plaats in.',
  withdrawn: (title: string) => `Je bent afgemeld voor ${title}.`,
  offTheList: (title: string) => `Je staat niet meer op de wachtlijst voor ${title}.`,
  withdrawnLate: (title: string) =>
    `Je bent afgemeld voor ${title}. Het is na de uiterste dag, dus het staat genoteerd als laat.`,
  cannotChange: 'Dit is al voorbij of al beëindigd, dus er valt niets meer te wijzigen.',
  detailsKept: 'Bewaard. De trainer ziet het.',
  cannotLeave: 'Afmelden kan nu niet meer: dit is al voorbij of al beëindigd.',
  noOffer: 'Dit aanbod geldt niet meer. De plek is naar de volgende gegaan of het antwoord was er al.',
  offerAccepted: (title: string) => `De plek bij ${title} is van jou.`,
  /** `waits`: they stay on the list of who would like to come on another date. */
  offerDeclined: (title: string, waits: boolean) =>
    waits
      ? `Goed, niet op deze datum. Je blijft op de lijst voor ${title}; komt er een andere datum, dan hoor je het als eerste.`
      : `De plek bij ${title} gaat naar de volgende op de wachtlijst.`,
  answeredAlready: 'Hier is al over beslist.',
  remindedAlready: (name: string) => `${name} is hier al aan herinnerd, of heeft geen e-mailadres.`,
  hasTrainer: 'Er staat al een trainer voor deze bijeenkomst.',
  approved: (name: string) => `${name} mag gaan en krijgt bericht.`,
  declined: (name: string) => `Het verzoek van ${name} is afgewezen. ${name} krijgt bericht met jouw reden.`,
  reasonNeeded: 'Schrijf kort waarom niet. Je collega leest dit.',
  capacityBelowHeld: (held: number) =>
    `Er zijn al ${held} plekken vergeven. Kies ${held} of meer, of haal eerst iemand uit de lijst.`,
  notHandable: 'Overdragen kan alleen met een plek die vaststaat, en tot de eerste bijeenkomst.',
  notAColleague:
    'Dit adres kennen we niet bij jouw school. Kies een collega uit de lijst, of vraag de coördinator.',
  askedAlready: 'Je hebt al iemand gevraagd. Trek die vraag eerst in.',
  notYourself: 'Dit ben je zelf. Kies een collega.',
  colleagueEnrolled: 'Deze collega heeft zelf al een plek.',
  noSchool: 'Bij deze inschrijving hoort geen school, dus we kunnen geen collega vragen. Bel de coördinator.',
  substituteAsked: (name: string) =>
    `${name} heeft de vraag gekregen. Tot het antwoord er is, blijft de plek van jou.`,
  substitutionRevoked: 'De vraag is ingetrokken. De plek is nog van jou.',
  substitutionAccepted: (title: string, approved: boolean) =>
    `Je neemt de plek bij ${title} over. Je collega krijgt bericht.${approved ? '' : ' Je plek staat vast zodra je team het goedkeurt.'}`,
  substitutionDeclined: 'Je collega krijgt bericht dat je de plek niet overneemt.',
  absenceReported: 'De trainer ziet dat je er niet bij bent.',
  absenceWithdrawn: 'Fijn. De trainer ziet dat je er wel bij bent.',
  absenceTooLate: 'Deze bijeenkomst is al voorbij.',
  leftPlace: 'Je bent afgemeld.',
  chooseColleague: 'Kies hieronder een collega. Tot het antwoord er is, blijft de plek van jou.',
  membershipKept: 'Je houdt je plek.',
  fullElsewhere: 'Die uitvoering is vol. Kies een andere, of verhoog eerst het aantal plekken.',
  sameEdition: 'Dat is dezelfde uitvoering. Kies een andere.',
  moved: (name: string) => `${name} is verplaatst en krijgt bericht.`,
  takenOut: (name: string) => `${name} is uit de lijst en krijgt bericht.`,
  lastMeeting: 'Dit is de enige bijeenkomst. Zeg dan de hele uitvoering af.',
  meetingOver: 'Deze bijeenkomst is al geweest of gaat al niet door.',
  meetingInThePast: 'Deze tijd is al geweest. Kies een tijd die nog komt.',
  /** After planning for those who showed interest: in numbers, what happened. */
  invited: ({ offered, reserved, waiting }: { offered: number; reserved: number; waiting: number }) =>
    [
      'De datum staat, en de inschrijving is open.',
      offered === 1 && 'Eén belangstellende kreeg een plek aangeboden en heeft vijf dagen om te kiezen.',
      offered > 1 &&
        `${offered} belangstellenden kregen een plek aangeboden en hebben vijf dagen om te kiezen.`,
      reserved > 0 &&
        `${reserved === 1 ? 'Eén plek wordt' : `${reserved} plekken worden`} vrijgehouden tot teamleiders zeggen wie er gaat.`,
      waiting > 0 && `${waiting === 1 ? 'Eén kwam' : `${waiting} kwamen`} op de wachtlijst.`,
    ]
      .filter(Boolean)
      .join(' '),
  goesAhead: (count: number, waiting: number) =>
    `Dit gaat door. Bericht krijgen ${formatList(concerned(count, waiting))}.`,
  tooFew: 'Er zijn te weinig aanmeldingen.',
  decidedMeanwhile:
    'Intussen is hierover beslist. Ververs de bladzijde, kijk wat er nu geldt, en beslis dan opnieuw.',
  nothingToDecide: 'Hier valt niets meer over te beslissen: het is al beslist, begonnen of voorbij.',
  cancelled: (count: number) =>
    `De uitvoering gaat niet door. ${count === 1 ? '1 deelnemer krijgt' : `${count} deelnemers krijgen`} bericht.`,
  deadline: (until: Date) => `Je kunt je inschrijven tot en met ${formatMoment(until)}.`,
  leaveUntil: (until: Date) => `Tot ${formatMoment(until)} meld je je af zonder dat het als laat telt.`,
  approvers: (team: string, names: string[]) =>
    names.length > 0
      ? `${team} keurt inschrijvingen goed. ${formatList(names)} krijgt een mail zodra je je inschrijft. Je plek blijft intussen van jou.`
      : `${team} keurt inschrijvingen goed. De coördinator krijgt een mail zodra je je inschrijft. Je plek blijft intussen van jou.`,
  until: (day: string) => formatDayYear(day),
} as const
