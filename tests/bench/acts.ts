import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { percentiles } from './load.ts'
import { headersOf, headersOfPerson, largeMeeting } from './pages.ts'
import { processorMs } from './processor-time.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

export type Act = {
  name: string
  times: number
  p50Ms: number
  p99Ms: number
  processorMs: number
  said?: string
}
export type Acts = Act[]

type Options = { quick: boolean }

/** What changes something, and the PDF: one after another, except the storm, which comes at once. */
export async function benchActs(db: Db, portal: Running, { quick }: Options): Promise<Acts> {
  const trainer = await headersOf(db, 'trainer@demo.test')
  return [
    await saveRoster(db, portal, trainer, quick ? 20 : 100),
    await storm(db, portal),
    await issue(db, portal, trainer),
    await pdf(db, portal, quick ? 20 : 100),
  ]
}

/** Saves the whole roster as the page does, each time otherwise than it was. */
async function saveRoster(
  db: Db,
  portal: Running,
  headers: Record<string, string>,
  times: number,
): Promise<Act> {
  console.log('Measuring: saving a roster of 200 …')
  const meeting = await largeMeeting(db)
  const { enrolments, personId } = await rosterOf(db, meeting.id)
  const save = async (version: number) => {
    const marks = enrolments.map(({ id }) => ({
      enrolmentId: id,
      state: version % 2 === 0 ? 'present' : 'absent',
      minutesLate: 0,
      minutesLeftEarly: 0,
      note: null,
      basedOn: version,
    }))
    const body = JSON.stringify({ as: personId, waited: false, marks })
    const answer = await send(portal, paths.rosterMarks(meeting.id), headers, body, 'application/json')
    const outcome = JSON.parse(answer.text) as { changed: number }
    if (outcome.changed !== enrolments.length)
      throw new Error(`Saving the roster changed ${outcome.changed}.`)
    return answer.ms
  }
  for (let version = 0; version < 10; version++) await save(version)
  return timed('saving a roster of 200', portal, times, (index) => save(index + 10))
}

async function rosterOf(db: Db, meetingId: number) {
  const enrolments = await db
    .selectFrom('enrolment')
    .innerJoin('meeting', 'meeting.editionId', 'enrolment.editionId')
    .select('enrolment.id')
    .where('meeting.id', '=', meetingId)
    .execute()
  const { personId } = await db
    .selectFrom('emailAddress')
    .select('personId')
    .where('address', '=', 'trainer@demo.test')
    .executeTakeFirstOrThrow()
  return { enrolments, personId }
}

/** Five hundred people press the same button in the same instant; there are twenty places. */
async function storm(db: Db, portal: Running): Promise<Act> {
  console.log('Measuring: 500 people storming 20 places …')
  const edition = await db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['edition.id', 'code', 'slug', 'edition.capacity'])
    .where('slug', '=', 'stormloop')
    .orderBy('edition.id')
    .executeTakeFirstOrThrow()
  const people = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.personId', 'person.id')
    .select('person.id')
    .where('membership.role', 'in', ['teacher', 'instructor'])
    .where('person.familyName', '~', ' [0-9]+$')
    // Who works in more places is asked for which one.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membership as other')
            .select('other.id')
            .whereRef('other.personId', '=', 'person.id')
            .whereRef('other.organisationId', '<>', 'membership.organisationId'),
        ),
      ),
    )
    .groupBy('person.id')
    .orderBy('person.id')
    .limit(500)
    .execute()
  const browsers = await Promise.all(people.map(({ id }) => headersOfPerson(db, id)))
  const path = paths.enrol(edition.slug, edition.code)
  const before = processorMs([portal.pid])
  const started = performance.now()
  const answers = await Promise.all(browsers.map((headers) => send(portal, path, headers, '')))
  const elapsed = performance.now() - started
  const used = processorMs([portal.pid]) - before
  const rows = await db
    .selectFrom('enrolment')
    .select(['status', ({ fn }) => fn.countAll<number>().as('people')])
    .where('editionId', '=', edition.id)
    .groupBy('status')
    .execute()
  const count = (statuses: string[]) =>
    rows.filter(({ status }) => statuses.includes(status)).reduce((sum, { people }) => sum + people, 0)
  const held = count(['confirmed', 'requested'])
  if (held !== edition.capacity || held + count(['waitlisted']) !== people.length) {
    throw new Error(`After the storm ${held} hold a place and ${count(['waitlisted'])} wait.`)
  }
  return {
    name: '500 people storming 20 places',
    times: people.length,
    ...percentiles(answers.map(({ ms }) => ms)),
    processorMs: used / people.length,
    said: `all in ${Math.round(elapsed)} ms; ${held} places held, ${people.length - held} wait`,
  }
}

/** Closes editions in which 200 people met the rule. */
async function issue(db: Db, portal: Running, headers: Record<string, string>): Promise<Act> {
  console.log('Measuring: issuing 200 certificates …')
  const editions = await db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .innerJoin('meeting', 'meeting.editionId', 'edition.id')
    .select('edition.id')
    .where('slug', '=', 'grote-bijeenkomst')
    .where('edition.status', '!=', 'closed')
    .groupBy('edition.id')
    .having(({ fn }) => fn.countAll(), '=', 1)
    .orderBy('edition.id')
    .execute()
  const act = await timed(
    'closing an edition, issuing up to 200 certificates',
    portal,
    editions.length,
    async (index) => {
      const { id } = editions[index] as { id: number }
      return (await send(portal, paths.closeEdition(id), headers, 'act=close')).ms
    },
  )
  const { issued } = await db
    .selectFrom('certificate')
    .innerJoin('enrolment', 'enrolment.id', 'certificate.enrolmentId')
    .select((it) => it.fn.countAll<number>().as('issued'))
    .where(
      'enrolment.editionId',
      'in',
      editions.map(({ id }) => id),
    )
    .executeTakeFirstOrThrow()
  if (issued < editions.length * 100) throw new Error(`Closing ${editions.length} editions issued ${issued}.`)
  return { ...act, said: `${Math.round(issued / editions.length)} issued an edition` }
}

async function pdf(db: Db, portal: Running, times: number): Promise<Act> {
  console.log('Measuring: a PDF …')
  const certificate = await db
    .selectFrom('certificate')
    .innerJoin('enrolment', 'enrolment.id', 'certificate.enrolmentId')
    .select(['certificate.id', 'enrolment.personId'])
    .orderBy('certificate.id')
    .executeTakeFirstOrThrow()
  const headers = await headersOfPerson(db, certificate.personId)
  const read = async () => (await send(portal, paths.myCertificatePdf(certificate.id), headers)).ms
  for (let i = 0; i < 10; i++) await read()
  return timed('a certificate as PDF', portal, times, read)
}

/** One after another: how long each takes, and what it costs the portal. */
export async function timed(
  name: string,
  portal: Running,
  times: number,
  work: (index: number) => Promise<number>,
): Promise<Act> {
  const before = processorMs([portal.pid])
  const milliseconds: number[] = []
  for (let index = 0; index < times; index++) milliseconds.push(await work(index))
  const used = (processorMs([portal.pid]) - before) / times
  return { name, times, ...percentiles(milliseconds), processorMs: used }
}
