import { sql } from 'kysely'
import type { HalfDay } from '#app/features/interest/half-day.ts'
import { today } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import { dayFrom } from '../teaching-weeks.ts'
import { idOf } from './insert-people.ts'
import type { Known } from './insert-results.ts'

const day = 86_400_000

const interested: [person: string, people: number, halfDays: HalfDay[], remark?: string][] = [
  ['instructeur', 1, ['tue_afternoon', 'thu_afternoon', 'thu_evening'], 'Wij lassen nu alleen staal.'],
  ['docent', 1, ['mon_evening', 'thu_afternoon', 'thu_evening']],
  ['ravi.ramdin', 1, ['tue_afternoon', 'thu_afternoon']],
  ['kees.mulder', 1, ['thu_afternoon', 'fri_morning'], 'Liefst na de toetsweek.'],
  ['naomi.tuhuteru', 1, ['tue_evening', 'thu_afternoon', 'thu_evening']],
  ['teamleider', 2, ['tue_afternoon', 'thu_afternoon']],
  ['henk.bakker', 1, ['wed_morning', 'fri_morning']],
]

const wishes = [
  {
    person: 'eline.dijk',
    what: 'Werken op hoogte: rolsteiger en ladder',
    why: 'We bouwen buiten aan een prieel en willen het veilig doen.',
    people: 1,
    profileCode: 'BWI',
    halfDays: ['wed_afternoon', 'thu_afternoon'],
    ago: 9,
  },
  {
    person: 'mehmet.aydin',
    what: 'NEN 3140 herhalen, een halve dag',
    why: 'Die van mij loopt af, en er is geen datum meer voor die tijd.',
    people: 1,
    qualificationTypeCode: 'NEN3140-VOP',
    halfDays: ['mon_afternoon', 'tue_afternoon'],
    ago: 4,
  },
  {
    person: 'henk.bakker',
    what: 'NEN 3140 opnieuw, voor mij en een collega',
    why: 'We mogen na de zomer anders niet meer in de schakelkast.',
    people: 2,
    qualificationTypeCode: 'NEN3140-VOP',
    halfDays: ['tue_afternoon', 'thu_afternoon'],
    ago: 6,
  },
  {
    person: 'teamleider',
    what: 'NEN 3140 voor drie instructeurs',
    why: 'Ze staan nu onder toezicht in het elektrolokaal.',
    people: 3,
    qualificationTypeCode: 'NEN3140-VOP',
    halfDays: ['tue_afternoon'],
    ago: 2,
  },
]

/** Something without a date that people wait for, two things that people miss, and a decision that cannot wait. */
export async function insertInterest(trx: Transaction, known: Known, now: Date): Promise<void> {
  const offeringId = await insertUndatedOffering(trx)
  const rows = interested.map(([person, people, halfDays, remark], index) => {
    const at = new Date(now.getTime() - (interested.length - index) * 3 * day)
    const personId = idOf(known.people, person)
    return { offeringId, personId, people, halfDays, remark: remark ?? null, createdAt: at, changedAt: at }
  })
  await trx.insertInto('interest').values(rows).execute()
  await trx
    .insertInto('wish')
    .values(
      wishes.map(({ person, ago, ...wish }) => ({
        ...wish,
        personId: idOf(known.people, person),
        createdAt: new Date(now.getTime() - ago * day),
      })),
    )
    .execute()
  for (const table of ['interest', 'wish'] as const) await fillWorkplaces(trx, table)
  await makeUrgent(trx, known)
}

/** For whom they asked: where they work; a lead for the team that they lead. */
async function fillWorkplaces(trx: Transaction, table: 'interest' | 'wish'): Promise<void> {
  await sql`update ${sql.table(table)} asked set (organisation_id, team_id) = (
    select organisation_id, team_id from membership where membership.person_id = asked.person_id
    order by role = 'team_lead' desc, ends_on is null desc, id limit 1)`.execute(trx)
}

/** Welding aluminium, in the hall and by the organiser of the other welding. */
async function insertUndatedOffering(trx: Transaction): Promise<number> {
  const like = await trx
    .selectFrom('offering')
    .select(['id', 'organiserId', 'roomId', 'projectNumber', 'createdAt'])
    .where('slug', '=', 'mig-mag-lassen-opfrissen')
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('offering')
    .values({
      slug: 'aluminium-lassen-tig',
      kind: 'workshop',
      status: 'published',
      title: 'Aluminium lassen met TIG',
      summary: 'Een middag oefenen met TIG op aluminium, van dunne plaat tot hoeknaad.',
      description:
        'Aluminium vraagt een andere hand dan staal: het smelt eerder, kleurt niet en vergeeft weinig. Je oefent aan de lastafel, met iemand naast je die meekijkt.\n\nJe begint met rupsen op dunne plaat en eindigt met een hoeknaad die je zelf beoordeelt. Na afloop weet je wat je leerlingen in een dubbel lesuur kunnen halen.',
      learn: [
        'de machine instellen voor wisselstroom',
        'een rups en een hoeknaad leggen op 2 millimeter',
        'een las beoordelen op porositeit en inbranding',
      ],
      audience: ['teacher', 'instructor'],
      audienceNote: 'Je hebt eerder staal gelast. Ervaring met TIG is handig, maar niet nodig.',
      bring: ['Werkkleding die dicht is', 'Veiligheidsschoenen'],
      level: 'gevorderd',
      projectNumber: like.projectNumber,
      organiserId: like.organiserId,
      roomId: like.roomId,
      studyMinutes: 240,
      capacity: 8,
      minimum: 5,
      lessonsToCover: 3,
      createdAt: like.createdAt,
      updatedAt: like.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into offering_profile (offering_id, profile_code)
    select ${id}, profile_code from offering_profile where offering_id = ${like.id}`.execute(trx)
  return id
}

/** Too few people, and the day to decide is the day after tomorrow. */
async function makeUrgent(trx: Transaction, known: Known): Promise<void> {
  await trx
    .updateTable('edition')
    .set({ status: 'open', decideOn: dayFrom(today(), { days: 2 }) })
    .where('id', '=', known.editions.get('vmbo-mbo-examineren:next')!.id)
    .execute()
}
