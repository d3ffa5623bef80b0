import type { EnrolmentStatus } from '#db/schema.ts'

export type Wish = {
  person: string
  /** Without: confirmed, or what its edition has come to when that is closed. */
  status?: EnrolmentStatus
  origin?: 'coordinator' | 'substitute' | 'walk_in'
  /** Whose place this was, by key. */
  after?: string
  /** For a school that the person has left since. */
  organisation?: string
  team?: string
  late?: boolean
  reason?: string
  note?: string
  /** Enrolled so many days ago, where that matters. */
  daysAgo?: number
}
export type Demand = { fixed: Wish[]; fill: number }

const of = (...people: string[]): Wish[] => people.map((person) => ({ person }))

/**
 * Who wants what, by edition: the ones that tell something by name, and how many more.
 * The waiting list stands in the order written here.
 */
export const demand: Record<string, Demand> = {
  'cobots-in-de-les:past': {
    fixed: of(
      'instructeur',
      'mehmet.aydin',
      'henk.bakker',
      'pawel.nowak',
      'ravi.ramdin',
      'kees.mulder',
      'naomi.tuhuteru',
      'samira.haddad',
    ),
    fill: 1,
  },
  'b-vca-voor-instructeurs:past': {
    fixed: of('tarik.bensaid', 'fatma.yildiz', 'else.groeneveld', 'nienke.vos', 'daan.roelofs'),
    fill: 4,
  },
  '3d-printen-en-lasersnijden:past': {
    fixed: of('docent', 'samira.haddad', 'peter.scholten', 'luuk.hendriks', 'naomi.tuhuteru', 'romy.geerts'),
    fill: 4,
  },
  'docentexcursie-maakindustrie:past': {
    fixed: [
      ...of('docent', 'teamleider', 'mehmet.aydin', 'sanne.van.voorbeeld', 'fatma.yildiz'),
      { person: 'joris.hofstede', status: 'withdrawn', late: true, reason: 'Ziek geworden.' },
      {
        person: 'romy.geerts',
        origin: 'walk_in',
        note: 'Kwam mee in plaats van thuis te blijven na een uitgevallen les.',
      },
    ],
    fill: 11,
  },
  'veilig-werken-nen3140:past': {
    fixed: of(
      'instructeur',
      'joris.hofstede',
      'chantal.pinas',
      'wim.klein',
      'eline.dijk',
      'gerrit.assink',
      'daan.roelofs',
      'anouk.ten.voorbeeld',
    ),
    fill: 2,
  },
  'circulair-bouwen:past': {
    fixed: [
      ...of(
        'ruud.wassink',
        'anouk.ten.voorbeeld',
        'daan.roelofs',
        'eline.dijk',
        'gerrit.assink',
        'peter.scholten',
        'luuk.hendriks',
      ),
      { person: 'tarik.bensaid', status: 'handed_over' },
      { person: 'wim.klein', origin: 'substitute', after: 'tarik.bensaid' },
    ],
    fill: 0,
  },
  'bhv-herhaling:past': {
    fixed: of(
      'ruud.wassink',
      'chantal.pinas',
      'mehmet.aydin',
      'naomi.tuhuteru',
      'ingrid.postma',
      'sanne.van.voorbeeld',
      'femke.visser',
    ),
    fill: 0,
  },
  'mig-mag-lassen-opfrissen:running': {
    fixed: of(
      'instructeur',
      'joris.hofstede',
      'gerrit.assink',
      'wim.klein',
      'bas.ligtenberg',
      'eline.dijk',
      'pawel.nowak',
      'kees.mulder',
    ),
    fill: 0,
  },
  // Full, with four waiting; the first of them is offered a place (insert-desk-work.ts).
  'warmtepomp-inregelen:next': {
    fixed: [
      { person: 'fatma.yildiz', status: 'waitlisted' },
      { person: 'instructeur', status: 'waitlisted' },
      { person: 'docent', status: 'waitlisted' },
      { person: 'kees.mulder', status: 'waitlisted' },
    ],
    fill: 12,
  },
  'elektrische-voertuigen:next': {
    fixed: [
      ...of('tarik.bensaid', 'femke.visser', 'nienke.vos', 'naomi.tuhuteru', 'mehmet.aydin'),
      {
        person: 'chantal.pinas',
        status: 'declined',
        reason: 'In die week nemen wij schoolexamens af. Kijk of er in het voorjaar een datum is.',
      },
    ],
    fill: 2,
  },
  // Two short of its minimum.
  'vmbo-mbo-examineren:next': {
    fixed: of('nienke.vos', 'ravi.ramdin', 'anouk.ten.voorbeeld', 'tarik.bensaid'),
    fill: 0,
  },
  'cobots-in-de-les:next': {
    fixed: [
      // A colleague of the next one, who is away on the same afternoons.
      { person: 'sanne.van.voorbeeld' },
      { person: 'docent', status: 'requested', note: 'Wij krijgen in het voorjaar een cobot te leen.' },
    ],
    fill: 5,
  },
  '3d-printen-en-lasersnijden:next': {
    fixed: [
      { person: 'lieke.smits', status: 'unconfirmed' },
      { person: 'hanneke.brinkman', status: 'withdrawn', reason: 'Rooster gewijzigd.' },
    ],
    fill: 8,
  },
  'praktijkmodule-maken:next': {
    fixed: of('docent', 'bedrijf', 'arjan.smid', 'li.na.schakel'),
    fill: 5,
  },
  'meiden-in-de-techniek:next': { fixed: of('sanne.van.voorbeeld'), fill: 10 },
  'veilig-werken-nen3140:next': { fixed: [{ person: 'mehmet.aydin', status: 'requested' }], fill: 9 },
  'domotica-en-slimme-installaties:next': {
    fixed: [
      { person: 'sanne.van.voorbeeld', status: 'requested', note: 'Voor de nieuwe keuzevakgroep.' },
      // Nobody leads this team, so the coordinator is asked.
      { person: 'gerrit.assink', status: 'requested' },
      {
        person: 'daan.roelofs',
        organisation: 'Voorbeeldschool De Kern',
        team: 'Bouw en mobiliteit',
        daysAgo: 30,
      },
    ],
    fill: 5,
  },
  'bhv-basis:next': { fixed: [], fill: 7 },
  'bhv-herhaling:next': { fixed: [], fill: 12 },
  'zonnepanelen-veilig-op-het-dak:next': { fixed: [], fill: 5 },
  'circulair-bouwen:next': { fixed: [], fill: 3 },
  'groen-en-techniek:next': { fixed: of('else.groeneveld', 'jelle.hoekstra'), fill: 2 },
  'zorgtechnologie:next': { fixed: of('aisha.mahamud', 'ingrid.postma'), fill: 2 },
  'techniek-groep-7-en-8:next': { fixed: of('tom.kuiper', 'jasmijn.de.wit'), fill: 3 },
  'docentexcursie-maakindustrie:next': { fixed: [], fill: 13 },
  'machines-delen:next': { fixed: of('gerrit.assink'), fill: 6 },
  'b-vca-voor-instructeurs:next': { fixed: [], fill: 5 },
  'mig-mag-lassen-opfrissen:next': { fixed: [], fill: 4 },
}
