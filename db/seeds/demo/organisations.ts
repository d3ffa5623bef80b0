import programme from '../data/programme.json' with { type: 'json' }

export type SitePlan = {
  name: string
  town: string
  holidayRegion: 'noord' | 'midden' | 'zuid'
  rooms: string[]
  street?: string
  directions?: string
}
export type TeamPlan = { name: string; approvesEnrolments: boolean }
export type OrganisationPlan = {
  name: string
  town: string
  kinds: string[]
  isPartner: boolean
  sites: SitePlan[]
  teams: TeamPlan[]
  sector?: string
  chamberOfCommerceNumber?: string
}

// Rooms and teams are invented, the partners and their sites are not.
const roomsOf: Record<string, string[]> = {
  'Etty Hillesum Lyceum': ['bouwplein', 'technieklab', 'zorgplein'],
  'Zone.college': ['kas'],
  Technicampus: [
    'praktijkhal 1',
    'praktijkhal 2',
    'lokaal 0.12',
    'lokaal 1.04',
    'installatiehal',
    'oefendak',
    'lashal',
  ],
  'ROC Aventus': ['autotechniek', 'elektrolab', 'lokaal B2'],
  'Platform Techniek Stedendriehoek': ['vergaderruimte'],
}
const teamsOf: Record<string, string> = {
  'Etty Hillesum Lyceum': 'Techniek De Marke',
  'Zone.college': 'Groen Twello',
  'ROC Aventus': 'Techniek en mobiliteit',
}

const partners: OrganisationPlan[] = programme.partners.map((partner) => ({
  name: partner.name,
  town: partner.town,
  kinds: partner.kinds,
  isPartner: true,
  sites: partner.sites.map((site) => ({
    name: site.name,
    town: site.town,
    holidayRegion: site.holidayRegion as 'noord' | 'midden',
    rooms: roomsOf[partner.name] ?? [],
    directions: 'Meld je bij de balie; daar hangt een bord met het lokaal.',
  })),
  teams: teamsOf[partner.name] ? [{ name: teamsOf[partner.name]!, approvesEnrolments: true }] : [],
}))

export const deKern = 'Voorbeeldschool De Kern'
export const deSchakel = 'Voorbeeldschool De Schakel'
export const hetKompas = 'Voorbeeldcollege Het Kompas'
export const deRegenboog = 'Voorbeeldbasisschool De Regenboog'

const school = (
  name: string,
  town: string,
  kind: string,
  holidayRegion: 'noord' | 'midden',
  street: string,
  teams: TeamPlan[],
): OrganisationPlan => ({
  name,
  town,
  kinds: [kind],
  isPartner: false,
  sites: [{ name: 'Hoofdgebouw', town, holidayRegion, street, rooms: ['praktijklokaal', 'lokaal 12'] }],
  teams,
})

const schools: OrganisationPlan[] = [
  school(deKern, 'Deventer', 'secondary_school', 'noord', 'Voorbeeldstraat 12', [
    { name: 'PIE', approvesEnrolments: true },
    { name: 'Bouw en mobiliteit', approvesEnrolments: true },
  ]),
  // Nobody leads this team: what is asked of it goes to the coordinator.
  school(deSchakel, 'Twello', 'secondary_school', 'midden', 'Voorbeeldlaan 3', [
    { name: 'Techniek', approvesEnrolments: true },
  ]),
  school(hetKompas, 'Deventer', 'secondary_school', 'noord', 'Voorbeeldplein 1', [
    { name: 'Techniek en mobiliteit', approvesEnrolments: false },
    { name: 'Zorg en welzijn', approvesEnrolments: true },
  ]),
  school(deRegenboog, 'Deventer', 'primary_school', 'noord', 'Voorbeeldpad 20', [
    { name: 'Bovenbouw', approvesEnrolments: true },
  ]),
]

const midden = new Set(['Twello', 'Terwolde'])

// Numbers of the Chamber of Commerce that it has not handed out.
const companies: OrganisationPlan[] = (
  [
    ['Installatie', 'Deventer', 'installatie'],
    ['Plaatwerk', 'Twello', 'metaal'],
    ['Houtskeletbouw', 'Bathmen', 'bouw'],
    ['Bedrijfsauto’s', 'Deventer', 'mobiliteit'],
    ['Machinebouw', 'Deventer', 'metaal'],
    ['Elektrotechniek', 'Schalkhaar', 'installatie'],
    ['Zonnedaken', 'Terwolde', 'installatie'],
    ['CNC-techniek', 'Deventer', 'metaal'],
    ['Robotica', 'Deventer', 'automatisering'],
    ['Kassenbouw', 'Twello', 'groen'],
    ['Zorgtechniek', 'Deventer', 'zorg'],
    ['Lastechniek', 'Diepenveen', 'metaal'],
    ['Domotica', 'Twello', 'installatie'],
    ['Circulair Bouwen', 'Deventer', 'bouw'],
  ] as const
).map(([name, town, sector], i) => ({
  name: `Voorbeeldbedrijf ${name}`,
  town,
  kinds: ['company'],
  isPartner: false,
  sector,
  chamberOfCommerceNumber: String(99_000_013 + i * 1_371),
  sites: [
    {
      name: 'Hoofdvestiging',
      town,
      holidayRegion: midden.has(town) ? 'midden' : 'noord',
      street: `Voorbeeldweg ${i * 4 + 2}`,
      rooms: [],
    },
  ],
  teams: [],
}))

export const organisations: OrganisationPlan[] = [...partners, ...schools, ...companies]
