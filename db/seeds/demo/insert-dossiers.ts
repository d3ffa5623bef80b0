import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { createPdf } from '#app/platform/pdf/document.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { dayFrom, instantOf } from '../teaching-weeks.ts'
import { termOn, validUntilOf } from './holds.ts'
import { type Ids, idOf } from './insert-people.ts'
import { deKern } from './organisations.ts'

type Scan = 'photo' | 'pdf'
type PaperPlan = {
  person: string
  type: string
  scope?: string
  number?: string
  /** Days from today, below zero. */
  issuedDays: number
  /** When it was put in the dossier; without it long ago, when everything was. */
  enteredDays?: number
  scan?: Scan
  refused?: string
}

/** What people put in by themselves of late: it waits for somebody who checks it. */
const toCheck: PaperPlan[] = [
  { person: 'instructeur', type: 'EHBO', issuedDays: -19, enteredDays: -4, scan: 'pdf' },
  { person: 'docent', type: 'EHBO', issuedDays: -33, enteredDays: -6, scan: 'photo' },
  {
    person: 'sanne.van.voorbeeld',
    type: 'HEFTRUCK',
    scope: 'reachtruck',
    issuedDays: -47,
    enteredDays: -9,
    scan: 'photo',
  },
  { person: 'joris.hofstede', type: 'NEN9140-VOP', issuedDays: -12, enteredDays: -2, scan: 'pdf' },
  { person: 'mehmet.aydin', type: 'VCA-B', number: 'VB-140.018', issuedDays: -70, enteredDays: -12 },
  {
    person: 'chantal.pinas',
    type: 'HOOGWERKER',
    scope: 'schaarhoogwerker',
    issuedDays: -90,
    enteredDays: -15,
  },
]

/** What was looked at and sent back, with why. */
const refused: PaperPlan[] = [
  {
    person: 'hanneke.brinkman',
    type: 'HEFTRUCK',
    scope: 'heftruck met contragewicht',
    issuedDays: -210,
    enteredDays: -20,
    scan: 'photo',
    refused: 'De datum op de foto is niet te lezen. Maak een nieuwe foto van het hele pasje.',
  },
]

/** What somebody had before what they have now: the first with a gap, the others in time. */
const earlier: PaperPlan[] = [
  { person: 'instructeur', type: 'BHV', issuedDays: -342 - 364 },
  { person: 'instructeur', type: 'BHV', issuedDays: -342 - 728 },
  { person: 'instructeur', type: 'BHV', issuedDays: -342 - 1_180 },
  { person: 'docent', type: 'BHV', issuedDays: -224 - 364 },
  { person: 'docent', type: 'BHV', issuedDays: -224 - 800 },
]

/** A welder of the school, whose confirmation is due within the month; the trainer's was signed two months ago. */
const welder: PaperPlan = {
  person: 'chantal.pinas',
  type: 'ISO9606-1',
  scope: '135, FM1, PB',
  issuedDays: -520,
}

/** Everything around what people hold: what waits for a check, what employers signed, and who looked. */
export async function insertDossiers(
  trx: Transaction,
  people: Ids,
  { organisations, teams }: { organisations: Ids; teams: Ids },
  today: string,
): Promise<void> {
  const [lead, coordinator] = [idOf(people, 'teamleider'), idOf(people, 'coordinator')]
  const scans = { photo: await aPhoto(), pdf: await aPdf(instantOf(dayFrom(today, { days: -4 }), '09:00')) }
  for (const plan of [...earlier, welder]) await insertPaper(trx, plan, people, today, coordinator)
  for (const plan of [...toCheck, ...refused]) {
    const personId = idOf(people, plan.person)
    const fileId = plan.scan ? await insertScan(trx, scans[plan.scan], personId, plan, today) : null
    await insertPaper(trx, plan, people, today, personId, fileId)
  }
  await insertChecks(trx, lead, today)
  await insertEmployerActs(trx, people, { lead, coordinator, organisations }, today)
  await insertActivities(trx, people, lead, scans.pdf, today)
  await insertRequirements(trx, people, { lead, coordinator, organisations, teams })
  await trx
    .insertInto('dossierView')
    .values([
      {
        personId: idOf(people, 'instructeur'),
        viewerId: lead,
        what: 'dossier',
        day: dayFrom(today, { days: -6 }),
        viewedAt: instantOf(dayFrom(today, { days: -6 }), '15:42'),
      },
      {
        personId: idOf(people, 'docent'),
        viewerId: coordinator,
        what: 'dossier',
        day: dayFrom(today, { days: -41 }),
        viewedAt: instantOf(dayFrom(today, { days: -41 }), '10:15'),
      },
    ])
    .execute()
}

async function insertPaper(
  trx: Transaction,
  plan: PaperPlan,
  people: Ids,
  today: string,
  enteredBy: number,
  fileId: number | null = null,
): Promise<void> {
  const issuedOn = dayFrom(today, { days: plan.issuedDays })
  const createdAt = instantOf(dayFrom(today, { days: plan.enteredDays ?? -120 }), '16:20')
  await trx
    .insertInto('qualification')
    .values({
      personId: idOf(people, plan.person),
      typeCode: plan.type,
      scope: plan.scope ?? null,
      number: plan.number ?? null,
      issuedOn,
      validUntil: validUntilOf(plan.type, issuedOn),
      issuer: 'Voorbeeldopleider',
      enteredBy,
      createdAt,
      changedAt: createdAt,
      termId: termOn(plan.type, issuedOn),
      lastDayByTerm: true,
      fileId,
      verification: plan.refused ? 'refused' : plan.enteredDays === undefined ? 'verified' : 'unverified',
    })
    .execute()
}

/** Who checked all that counts as checked; and the one that was refused. */
async function insertChecks(trx: Transaction, lead: number, today: string): Promise<void> {
  const read = sql`jsonb_build_object('scope', scope, 'number', number, 'issuedOn', issued_on, 'validUntil', valid_until,
    'issuer', issuer)`
  await sql`
    insert into qualification_check (qualification_id, outcome, how, read, checked_by, checked_at)
    select id, 'verified', case when entered_by is null then 'test_result' when type_code like 'VCA%' then 'register'
      else 'original' end, ${read}, entered_by, created_at
    from qualification where verification = 'verified' order by id`.execute(trx)
  await sql`
    insert into qualification_check (qualification_id, outcome, reason, read, checked_by, checked_at)
    select id, 'refused', ${refused[0]?.refused ?? ''}, ${read}, ${lead},
      ${instantOf(dayFrom(today, { days: -17 }), '08:55')}
    from qualification where verification = 'refused'`.execute(trx)
}

/** Designations for who works on installations, and confirmations of who welds. */
async function insertEmployerActs(
  trx: Transaction,
  people: Ids,
  by: { lead: number; coordinator: number; organisations: Ids },
  today: string,
): Promise<void> {
  const school = idOf(by.organisations, deKern)
  await designateMost(trx, people, by, today)
  const signed = [
    { person: 'chantal.pinas', organisationId: school, by: by.lead, days: [-340, -166] },
    {
      person: 'trainer',
      organisationId: idOf(by.organisations, 'Technicampus'),
      by: by.coordinator,
      days: [-560, -400, -230, -61],
    },
  ]
  for (const { person, organisationId, by: confirmedBy, days } of signed) {
    for (const day of days) {
      const confirmedOn = dayFrom(today, { days: day })
      await sql`
        insert into qualification_confirmation (qualification_id, organisation_id, confirmed_on, confirmed_by, recorded_at)
        select id, ${organisationId}, ${confirmedOn}::date, ${confirmedBy}, ${instantOf(confirmedOn, '12:10')}
        from qualification where type_code = 'ISO9606-1' and person_id = ${idOf(people, person)}`.execute(trx)
    }
  }
}

/** What people did elsewhere: one that counts, one that waits for the lead. */
async function insertActivities(
  trx: Transaction,
  people: Ids,
  lead: number,
  proof: File,
  today: string,
): Promise<void> {
  const plan = { person: 'docent', type: '', issuedDays: -11, enteredDays: -8 }
  const fileId = await insertScan(trx, proof, idOf(people, 'docent'), plan, today)
  const at = (days: number, time: string) => instantOf(dayFrom(today, { days }), time)
  await trx
    .insertInto('outsideActivity')
    .values([
      {
        personId: idOf(people, 'docent'),
        title: 'Webinar: sensoren in de klas',
        organiser: 'Voorbeeldleverancier',
        heldOn: dayFrom(today, { days: -11 }),
        minutes: 90,
        ownChoice: true,
        fileId,
        createdAt: at(-8, '20:40'),
      },
      {
        personId: idOf(people, 'instructeur'),
        title: 'Dag bij de leverancier van de lasbron',
        organiser: 'Voorbeeldlastechniek',
        heldOn: dayFrom(today, { days: -52 }),
        minutes: 390,
        ownChoice: false,
        state: 'recognised',
        createdAt: at(-50, '16:05'),
        decidedAt: at(-48, '08:30'),
        decidedBy: lead,
      },
    ])
    .execute()
}

/** What the school, the team and its welding hall have to hold; and who of the team can do what. */
async function insertRequirements(
  trx: Transaction,
  people: Ids,
  by: { lead: number; coordinator: number; organisations: Ids; teams: Ids },
): Promise<void> {
  const organisationId = idOf(by.organisations, deKern)
  const teamId = idOf(by.teams, `${deKern}/PIE`)
  const { id: groupId } = await trx
    .insertInto('peopleGroup')
    .values({ organisationId, teamId, name: 'Lashal', createdBy: by.lead })
    .returning('id')
    .executeTakeFirstOrThrow()
  const welders = ['instructeur', 'chantal.pinas', 'joris.hofstede']
  await trx
    .insertInto('peopleGroupMember')
    .values(welders.map((key) => ({ groupId, personId: idOf(people, key) })))
    .execute()
  const own = { organisationId, enteredBy: by.lead }
  const rows = await trx
    .insertInto('requirement')
    .values([
      {
        organisationId,
        enteredBy: by.coordinator,
        role: 'instructor',
        kind: 'everyone',
        typeCodes: ['VCA-B'],
      },
      { ...own, teamId, kind: 'everyone', typeCodes: ['BHV', 'NEN3140-VOP'] },
      { ...own, groupId, kind: 'everyone', typeCodes: ['ISO9606-1'] },
      { ...own, groupId, kind: 'at_least', typeCodes: ['BHV'], minimum: 2 },
      { ...own, teamId, kind: 'cover', title: 'PIE', areas: ['metaal', 'installatie', 'elektro'] },
    ])
    .returning('id')
    .execute()
  const cover = rows.at(-1)?.id ?? 0
  const ticks = [
    ['docent', 'metaal'],
    ['chantal.pinas', 'metaal'],
    ['hanneke.brinkman', 'metaal'],
    ['mehmet.aydin', 'installatie'],
  ] as const
  await trx
    .insertInto('requirementTick')
    .values(
      ticks.map(([key, area]) => ({
        requirementId: cover,
        personId: idOf(people, key),
        area,
        tickedBy: by.lead,
      })),
    )
    .execute()
}

/** Nearly everybody who works on installations was designated a week after the training; two still wait for it. */
async function designateMost(
  trx: Transaction,
  people: Ids,
  by: { lead: number; coordinator: number },
  today: string,
): Promise<void> {
  const waiting = [idOf(people, 'instructeur'), idOf(people, 'joris.hofstede')]
  await sql`
    insert into designation (person_id, type_code, organisation_id, tasks, starts_on, ends_on, designated_by, created_at)
    select held.person_id, held.type_code, work.organisation_id,
      'Spanningsloos werken en meten aan laagspanning in het praktijklokaal', signed_on, held.valid_until,
      coalesce((select person_id from membership where team_id = work.team_id and role = 'team_lead' limit 1),
        ${by.coordinator}), signed_on + time '09:30' at time zone 'Europe/Amsterdam'
    from qualification held
    join qualification_term on qualification_term.id = held.term_id and designation_note is not null
    cross join lateral (select least(held.issued_on + 7, ${today}::date) as signed_on) signature
    cross join lateral (select organisation_id, team_id from membership
      where membership.person_id = held.person_id and role in ('teacher', 'instructor')
      order by membership.id limit 1) work
    where held.valid_until >= ${today}::date and held.person_id <> all(${waiting}::bigint[])
    order by held.id`.execute(trx)
}

type File = { name: string; mediaType: string; content: Buffer }

async function insertScan(
  trx: Transaction,
  { name, mediaType, content }: File,
  uploadedBy: number,
  plan: PaperPlan,
  today: string,
): Promise<number> {
  const { id } = await trx
    .insertInto('storedFile')
    .values({
      name,
      mediaType,
      content,
      byteSize: content.byteLength,
      sha256: createHash('sha256').update(content).digest('hex'),
      uploadedBy,
      createdAt: instantOf(dayFrom(today, { days: plan.enteredDays ?? -120 }), '16:20'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A pass on a workbench as a telephone sees it, without a word that could be taken for a real one. */
async function aPhoto(): Promise<File> {
  const lines = [0, 1, 2, 3].map(
    (nth) => `<rect x="430" y="${330 + nth * 62}" width="${380 - nth * 60}" height="22" rx="4"/>`,
  )
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
    <rect width="1200" height="900" fill="#8f8574"/>
    <g transform="rotate(-4 600 450)">
      <rect x="200" y="200" width="800" height="500" rx="26" fill="#fbfaf5" stroke="#12243d" stroke-width="3"/>
      <rect x="200" y="200" width="800" height="84" rx="26" fill="#1f5aa6"/>
      <rect x="240" y="330" width="150" height="190" fill="#d5e0ee" stroke="#9db4d3" stroke-width="3"/>
      <circle cx="315" cy="395" r="38" fill="#9db4d3"/><path d="M255 520q60-110 120 0z" fill="#9db4d3"/>
      <g fill="#50617a">${lines.join('')}</g>
      <path d="M240 640L960 240" stroke="#c8440a" stroke-width="14" opacity="0.5"/>
    </g></svg>`
  return {
    name: 'foto.jpg',
    mediaType: 'image/jpeg',
    content: await sharp(Buffer.from(drawing)).jpeg().toBuffer(),
  }
}

async function aPdf(createdAt: Date): Promise<File> {
  const { pdf, root, finish } = createPdf({
    title: 'Certificaat',
    subject: 'Een scan uit de demonstratie',
    author: 'Voorbeeldopleider',
    demo: true,
    createdAt,
  })
  pdf.addPage()
  const words = () => {
    pdf.font('heading').fontSize(40).text('Voorbeeldcertificaat', 80, 160)
    pdf.font('text').fontSize(18).text('Dit is een VOORBEELD en bewijst niets.', 80, 230)
  }
  root.add(pdf.struct('P', {}, words))
  root.end()
  return { name: 'certificaat.pdf', mediaType: 'application/pdf', content: await finish() }
}
