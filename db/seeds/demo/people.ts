import { deKern, deRegenboog, deSchakel, hetKompas } from './organisations.ts'

type Role =
  | 'teacher'
  | 'instructor'
  | 'trainer'
  | 'team_lead'
  | 'deputy_lead'
  | 'director'
  | 'signatory'
  | 'company_author'
  | 'company_admin'
  | 'staff'

export type MembershipPlan = {
  organisation: string
  team?: string
  role: Role
  /** In days from today; two school years ago unless told. */
  fromDays?: number
  untilDays?: number
  partTimeFactor?: number
}
export type QualificationPlan = {
  type: string
  /** Days from today until its last day; absent: does not expire. */
  validDays?: number
  number?: string
  scope?: string
}
export type PersonPlan = {
  /** The part of the address before @demo.test, and the name by which the other plans know this person. */
  key: string
  givenName: string
  familyName: string
  memberships: MembershipPlan[]
  profiles: string[]
  qualifications: QualificationPlan[]
  isAccount?: boolean
  /** Only where a name alone is there, because the mail was not confirmed yet. */
  unconfirmed?: boolean
}

const technicampus = 'Technicampus'
const etty = 'Etty Hillesum Lyceum'
const aventus = 'ROC Aventus'
const zone = 'Zone.college'
const platform = 'Platform Techniek Stedendriehoek'

const bhv = (validDays: number): QualificationPlan => ({ type: 'BHV', validDays })
const vca = (validDays: number, number: string): QualificationPlan => ({ type: 'VCA-B', validDays, number })
const nen3140 = (validDays: number): QualificationPlan => ({ type: 'NEN3140-VOP', validDays })
const licence = (scope: string): QualificationPlan => ({ type: 'BEVOEGDHEID', scope })

type Rest = Partial<Pick<PersonPlan, 'profiles' | 'qualifications' | 'isAccount' | 'unconfirmed'>>
const person = (
  key: string,
  givenName: string,
  familyName: string,
  memberships: MembershipPlan[],
  rest: Rest = {},
): PersonPlan => ({ key, givenName, familyName, memberships, profiles: [], qualifications: [], ...rest })

const at = (organisation: string, team: string | undefined, ...roles: Role[]): MembershipPlan[] =>
  roles.map((role) => ({ organisation, ...(team ? { team } : {}), role }))

const account = (
  key: string,
  given: string,
  family: string,
  memberships: MembershipPlan[],
  rest: Rest = {},
) => person(key, given, family, memberships, { ...rest, isAccount: true })

const accounts: PersonPlan[] = [
  account('docent', 'Noor', 'Voorbeelddocent', at(deKern, 'PIE', 'teacher'), {
    profiles: ['PIE'],
    qualifications: [licence('PIE, tweede graad'), vca(1_240, 'VB-104.221'), bhv(141)],
  }),
  account('instructeur', 'Bram', 'Voorbeeldinstructeur', at(deKern, 'PIE', 'instructor'), {
    profiles: ['PIE'],
    qualifications: [
      vca(2_665, 'VB-098.310'),
      bhv(23),
      { type: 'HEFTRUCK', validDays: -295, scope: 'heftruck met contragewicht' },
    ],
  }),
  account('trainer', 'Yusuf', 'Voorbeeldtrainer', at(technicampus, undefined, 'trainer'), {
    qualifications: [{ type: 'ISO9606-1', validDays: 402, scope: '135, FM1, PB en PF' }],
  }),
  account('teamleider', 'Ilse', 'Voorbeeldteamleider', at(deKern, 'PIE', 'team_lead', 'teacher'), {
    profiles: ['PIE'],
    qualifications: [licence('PIE, tweede graad')],
  }),
  account(
    'bedrijf',
    'Karim',
    'Voorbeeldbedrijf',
    at('Voorbeeldbedrijf Installatie', undefined, 'company_admin', 'company_author'),
  ),
  account('redacteur', 'Lotte', 'Voorbeeldredacteur', at(platform, undefined, 'staff')),
  account('coordinator', 'Marjan', 'Voorbeeldcoördinator', at(platform, undefined, 'staff')),
  account('beheerder', 'Dewi', 'Voorbeeldbeheerder', at(platform, undefined, 'staff')),
]

const trainers: PersonPlan[] = [
  person('gijs.meester', 'Gijs', 'Voorbeeld-Meester', at(technicampus, undefined, 'trainer')),
  person('soraya.elburg', 'Soraya', 'Voorbeeld-Elburg', at(technicampus, undefined, 'trainer')),
  person('theo.wegman', 'Theo', 'Voorbeeld-Wegman', at(aventus, undefined, 'trainer', 'teacher')),
  person('maaike.timmer', 'Maaike', 'Voorbeeld-Timmer', at(etty, undefined, 'trainer', 'teacher')),
  person('rens.akker', 'Rens', 'Voorbeeld-Akker', at(zone, undefined, 'trainer', 'teacher')),
  person('wendela.brug', 'Wendela', 'Voorbeeld-Brug', at(platform, undefined, 'trainer')),
]

const pie = ['PIE']
const teachers: PersonPlan[] = [
  person('hanneke.brinkman', 'Hanneke', 'Voorbeeld-Brinkman', at(deKern, 'PIE', 'deputy_lead', 'teacher'), {
    profiles: pie,
    qualifications: [bhv(64), vca(900, 'VB-112.004')],
  }),
  person('mehmet.aydin', 'Mehmet', 'Voorbeeld-Aydin', at(deKern, 'PIE', 'teacher'), {
    profiles: pie,
    qualifications: [licence('PIE, tweede graad'), bhv(-31), nen3140(38)],
  }),
  person('sanne.van.voorbeeld', 'Sanne', 'van Voorbeeld', at(deKern, 'PIE', 'teacher'), {
    profiles: ['PIE', 'D&P'],
    qualifications: [bhv(120)],
  }),
  person('joris.hofstede', 'Joris', 'Voorbeeld-Hofstede', at(deKern, 'PIE', 'instructor'), {
    profiles: pie,
    qualifications: [bhv(15), vca(410, 'VB-087.455')],
  }),
  person('chantal.pinas', 'Chantal', 'Voorbeeld-Pinas', at(deKern, 'PIE', 'instructor'), {
    profiles: pie,
    qualifications: [bhv(88), vca(1_705, 'VB-120.993')],
  }),
  person(
    'ruud.wassink',
    'Ruud',
    'Voorbeeld-Wassink',
    at(deKern, 'Bouw en mobiliteit', 'team_lead', 'teacher'),
    {
      profiles: ['BWI', 'M&T'],
      qualifications: [vca(2_010, 'VB-093.118'), bhv(-75)],
    },
  ),
  person('anouk.ten.voorbeeld', 'Anouk', 'ten Voorbeeld', at(deKern, 'Bouw en mobiliteit', 'teacher'), {
    profiles: ['BWI'],
    qualifications: [licence('BWI, tweede graad'), vca(610, 'VB-101.770')],
  }),
  person('tarik.bensaid', 'Tarik', 'Voorbeeld-Bensaid', at(deKern, 'Bouw en mobiliteit', 'teacher'), {
    profiles: ['M&T'],
    qualifications: [bhv(102)],
  }),
  person('wim.klein', 'Wim', 'Voorbeeld-Klein', at(deKern, 'Bouw en mobiliteit', 'instructor'), {
    profiles: ['BWI', 'PIE'],
    qualifications: [bhv(47), vca(1_330, 'VB-077.002')],
  }),
  person('eline.dijk', 'Eline', 'Voorbeeld-Dijk', at(deSchakel, 'Techniek', 'teacher'), {
    profiles: ['PIE', 'BWI'],
    qualifications: [licence('PIE, tweede graad'), vca(250, 'VB-069.841'), bhv(9)],
  }),
  // Changed schools two weeks ago.
  person(
    'daan.roelofs',
    'Daan',
    'Voorbeeld-Roelofs',
    [
      { organisation: deKern, team: 'Bouw en mobiliteit', role: 'teacher', untilDays: -15 },
      { organisation: deSchakel, team: 'Techniek', role: 'teacher', fromDays: -14 },
    ],
    { profiles: ['PIE', 'BWI'], qualifications: [licence('BWI, tweede graad')] },
  ),
  // Works at two schools.
  person(
    'samira.haddad',
    'Samira',
    'Voorbeeld-Haddad',
    [
      { organisation: deSchakel, team: 'Techniek', role: 'teacher', partTimeFactor: 0.6 },
      { organisation: hetKompas, team: 'Techniek en mobiliteit', role: 'teacher', partTimeFactor: 0.4 },
    ],
    { profiles: ['MVI', 'D&P'], qualifications: [bhv(133)] },
  ),
  person('gerrit.assink', 'Gerrit', 'Voorbeeld-Assink', at(deSchakel, 'Techniek', 'instructor'), {
    profiles: ['PIE', 'BWI'],
    qualifications: [bhv(-12), vca(1_090, 'VB-055.167')],
  }),
  person(
    'femke.visser',
    'Femke',
    'Voorbeeld-Visser',
    at(hetKompas, 'Techniek en mobiliteit', 'team_lead', 'teacher'),
    {
      profiles: ['M&T', 'PIE'],
      qualifications: [licence('M&T, tweede graad'), bhv(71)],
    },
  ),
  person('kees.mulder', 'Kees', 'Voorbeeld-Mulder', at(hetKompas, 'Techniek en mobiliteit', 'teacher'), {
    profiles: ['PIE', 'M&T'],
    qualifications: [vca(2_300, 'VB-131.020'), bhv(55)],
  }),
  person(
    'naomi.tuhuteru',
    'Naomi',
    'Voorbeeld-Tuhuteru',
    at(hetKompas, 'Techniek en mobiliteit', 'teacher'),
    {
      profiles: ['M&T', 'D&P'],
      qualifications: [licence('M&T, tweede graad'), bhv(-44)],
    },
  ),
  person('pawel.nowak', 'Paweł', 'Voorbeeld-Nowak', at(hetKompas, 'Techniek en mobiliteit', 'instructor'), {
    profiles: ['PIE', 'M&T'],
    qualifications: [vca(1_450, 'VB-128.406'), bhv(94)],
  }),
  person(
    'bas.ligtenberg',
    'Bas',
    'Voorbeeld-Ligtenberg',
    at(hetKompas, 'Techniek en mobiliteit', 'instructor'),
    {
      profiles: ['PIE', 'M&T'],
      qualifications: [vca(330, 'VB-119.254'), bhv(36)],
    },
  ),
  person(
    'aisha.mahamud',
    'Aisha',
    'Voorbeeld-Mahamud',
    at(hetKompas, 'Zorg en welzijn', 'team_lead', 'teacher'),
    {
      profiles: ['Z&W'],
      qualifications: [bhv(118)],
    },
  ),
  person('ingrid.postma', 'Ingrid', 'Voorbeeld-Postma', at(hetKompas, 'Zorg en welzijn', 'teacher'), {
    profiles: ['Z&W', 'GROEN'],
    qualifications: [bhv(82)],
  }),
  person('romy.geerts', 'Romy', 'Voorbeeld-Geerts', at(hetKompas, 'Zorg en welzijn', 'teacher'), {
    profiles: ['Z&W', 'D&P'],
  }),
  person('tom.kuiper', 'Tom', 'Voorbeeld-Kuiper', at(deRegenboog, 'Bovenbouw', 'team_lead', 'teacher'), {
    profiles: ['D&P'],
  }),
  person('jasmijn.de.wit', 'Jasmijn', 'Voorbeeld-de Wit', at(deRegenboog, 'Bovenbouw', 'teacher'), {
    profiles: ['D&P'],
  }),
  person(
    'peter.scholten',
    'Peter',
    'Voorbeeld-Scholten',
    at(etty, 'Techniek De Marke', 'team_lead', 'teacher'),
    {
      profiles: ['BWI', 'MVI'],
      qualifications: [licence('BWI, tweede graad'), bhv(60), vca(1_900, 'VB-070.533')],
    },
  ),
  person('fatma.yildiz', 'Fatma', 'Voorbeeld-Yildiz', at(etty, 'Techniek De Marke', 'teacher'), {
    profiles: ['PIE', 'MVI'],
    qualifications: [licence('PIE, tweede graad')],
  }),
  person('luuk.hendriks', 'Luuk', 'Voorbeeld-Hendriks', at(etty, 'Techniek De Marke', 'instructor'), {
    profiles: ['MVI', 'BWI'],
    qualifications: [bhv(28), vca(775, 'VB-134.612')],
  }),
  person(
    'nienke.vos',
    'Nienke',
    'Voorbeeld-Vos',
    at(aventus, 'Techniek en mobiliteit', 'team_lead', 'teacher'),
    {
      profiles: ['M&T', 'PIE'],
    },
  ),
  person('ravi.ramdin', 'Ravi', 'Voorbeeld-Ramdin', at(aventus, 'Techniek en mobiliteit', 'instructor'), {
    profiles: ['PIE', 'M&T'],
    qualifications: [bhv(110), { type: 'PDC-INSTR' }],
  }),
  person(
    'else.groeneveld',
    'Else',
    'Voorbeeld-Groeneveld',
    at(zone, 'Groen Twello', 'team_lead', 'teacher'),
    {
      profiles: ['GROEN'],
      qualifications: [licence('GROEN, tweede graad'), bhv(75)],
    },
  ),
  person('jelle.hoekstra', 'Jelle', 'Voorbeeld-Hoekstra', at(zone, 'Groen Twello', 'teacher'), {
    profiles: ['GROEN'],
  }),
  person('astrid.van.dam', 'Astrid', 'Voorbeeld-van Dam', at(deKern, undefined, 'director', 'signatory')),
  // Left, and named a school that is not on the list.
  person(
    'henk.bakker',
    'Henk',
    'Voorbeeld-Bakker',
    [{ organisation: deKern, team: 'PIE', role: 'teacher', untilDays: -21 }],
    { profiles: pie, qualifications: [vca(130, 'VB-048.090')] },
  ),
  person('lieke.smits', 'Lieke', 'Voorbeeld-Smits', [], { unconfirmed: true }),
]

const companyPeople: PersonPlan[] = (
  [
    ['Plaatwerk', 'Arjan', 'Smid'],
    ['Houtskeletbouw', 'Berend', 'Balk'],
    ['Bedrijfsauto’s', 'Esra', 'Wagenaar'],
    ['Machinebouw', 'Gwen', 'Molenaar'],
    ['Elektrotechniek', 'Hamza', 'Draad'],
    ['Zonnedaken', 'Iris', 'Dekker'],
    ['CNC-techniek', 'Jeroen', 'Draaier'],
    ['Robotica', 'Li Na', 'Schakel'],
    ['Kassenbouw', 'Marloes', 'Tuinman'],
    ['Zorgtechniek', 'Omar', 'Zorg'],
    ['Lastechniek', 'Patrick', 'Lasser'],
    ['Domotica', 'Roos', 'Huis'],
    ['Circulair Bouwen', 'Stijn', 'Bouwman'],
  ] as const
).map(([company, given, family]) =>
  person(
    `${given}.${family}`.toLowerCase().replaceAll(' ', '.'),
    given,
    `Voorbeeld-${family}`,
    at(`Voorbeeldbedrijf ${company}`, undefined, 'company_admin', 'company_author'),
  ),
)

export const people: PersonPlan[] = [...accounts, ...trainers, ...teachers, ...companyPeople]

/** Who decides for someone of a team: its lead, or the coordinator where there is none. Nobody decides for themselves. */
export function decidesFor(person: PersonPlan, membership: MembershipPlan | undefined): string {
  const leads = people.find(
    (one) =>
      one !== person &&
      one.memberships.some(
        ({ role, organisation, team }) =>
          role === 'team_lead' && organisation === membership?.organisation && team === membership.team,
      ),
  )
  return leads?.key ?? 'coordinator'
}
