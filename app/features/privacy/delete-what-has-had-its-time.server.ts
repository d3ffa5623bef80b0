import { sql } from 'kysely'
import { dayOf, now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Kept, retention } from './retention.ts'

const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000)
const peopleAtOnce = 500

/** What is done when a term is over; gives how many rows that changed. Done twice is done once. */
const deeds: Record<Kept, (trx: Transaction) => Promise<number>> = {
  links: deleteOldLinks,
  mails: emptyMails,
  dayWishes: forgetDayWishes,
  checkIns: forgetCheckInDevices,
  evaluations: forgetEvaluations,
  interest: deleteOldInterest,
  signers: forgetSigners,
  views: (trx) =>
    rowsOf(trx.deleteFrom('dossierView').where('viewedAt', '<', daysAgo(retention.dossierViewDays))),
  unconfirmedPeople: deleteUnconfirmedPeople,
}
const kept = Object.keys(deeds) as Kept[]

/** Once a day: what its term of keeping is over for. Each part stands by itself. */
export async function deleteWhatHasHadItsTime(db: Db): Promise<void> {
  for (const one of kept) await inTransaction(db, deeds[one])
}

class OnlyLooked extends Error {
  override name = 'OnlyLooked'
}

/**
 * How many rows each part would change if it were done now. It is done and taken back, so that what is told is what will
 * happen; a part that has to wait for somebody at work is undefined.
 */
export async function previewWhatHasHadItsTime(db: Db): Promise<Record<Kept, number | undefined>> {
  const found: [Kept, number | undefined][] = []
  for (const one of kept) {
    let rows: number | undefined
    try {
      await inTransaction(db, async (trx) => {
        await sql`set local lock_timeout = '1s'`.execute(trx)
        rows = await deeds[one](trx)
        throw new OnlyLooked()
      })
    } catch (reason) {
      const waited = (reason as { code?: unknown }).code === '55P03'
      if (!(reason instanceof OnlyLooked) && !waited) throw reason
    }
    found.push([one, rows])
  }
  return Object.fromEntries(found) as Record<Kept, number | undefined>
}

type Changing = { execute(): Promise<{ numDeletedRows?: bigint; numUpdatedRows?: bigint }[]> }

async function rowsOf(query: Changing): Promise<number> {
  const [result] = await query.execute()
  return Number(result?.numDeletedRows ?? result?.numUpdatedRows ?? 0)
}

async function deleteOldLinks(trx: Transaction): Promise<number> {
  const before = daysAgo(retention.linkDays)
  return (
    (await rowsOf(trx.deleteFrom('linkToken').where('expiresAt', '<', before))) +
    (await rowsOf(trx.deleteFrom('calendarFeed').where('revokedAt', '<', before)))
  )
}

/** The signature stays, without whose it was. */
function forgetSigners(trx: Transaction): Promise<number> {
  return rowsOf(
    trx
      .updateTable('contribution')
      .set({ signerName: null, signerRole: null })
      .where('answeredAt', '<', daysAgo(retention.signerNameDays))
      .where('signerName', 'is not', null),
  )
}

/** The row stays, without its words: it keeps a mail from being sent twice. */
async function emptyMails(trx: Transaction): Promise<number> {
  const gone = 'De tekst van deze mail is gewist.'
  const mails = await rowsOf(
    trx
      .updateTable('outbox')
      .set({ bodyText: gone, bodyHtml: '', attachments: '[]' })
      .where('createdAt', '<', daysAgo(retention.mailTextDays))
      .where('bodyText', '<>', gone),
  )
  // What was written to an edition is the same words once more.
  const messages = await rowsOf(
    trx
      .updateTable('editionMessage')
      .set({ body: gone })
      .where('sentAt', '<', daysAgo(retention.mailTextDays))
      .where('body', '<>', gone),
  )
  return mails + messages
}

async function forgetDayWishes(trx: Transaction): Promise<number> {
  const { numAffectedRows } = await sql`
    update enrolment set dietary_wishes = null, telephone = null from edition
    where edition.id = edition_id and edition.ends_at < ${daysAgo(retention.dayWishesDays)}
      and (dietary_wishes is not null or telephone is not null)`.execute(trx)
  // Whose network it was is known only while a place waits for its confirmation.
  const networks = await rowsOf(
    trx
      .updateTable('enrolment')
      .set({ networkHash: null })
      .where('networkHash', 'is not', null)
      .where('heldUntil', 'is', null),
  )
  return Number(numAffectedRows ?? 0) + networks
}

/** That somebody checked in, how and when, stays with their attendance; by which browser, and with which codes, does not. */
async function forgetCheckInDevices(trx: Transaction): Promise<number> {
  const over = trx.selectFrom('meeting').select('id').where('endsAt', '<', daysAgo(retention.checkInDays))
  const devices = trx
    .updateTable('checkIn')
    .set({ device: null })
    .where('device', 'is not', null)
    .where('meetingId', 'in', over)
  const secrets = trx.deleteFrom('checkInSecret').where('meetingId', 'in', over)
  return (await rowsOf(devices)) + (await rowsOf(secrets))
}

/** What was written goes after its term. Who answered is known only while one may answer, or where a proof rests on it. */
async function forgetEvaluations(trx: Transaction): Promise<number> {
  const words = await rowsOf(
    trx
      .updateTable('evaluation')
      .set({ words: '[]' })
      .where('openUntil', '<', dayOf(daysAgo(retention.evaluationWordsDays)))
      .where(sql<boolean>`words <> '[]'`),
  )
  const { numAffectedRows } = await sql`
    delete from evaluation_given using enrolment, edition, evaluation
    where enrolment.id = enrolment_id and edition.id = enrolment.edition_id and evaluation.edition_id = edition.id
      and not edition.evaluation_required and evaluation.open_until < ${today()}::date`.execute(trx)
  return words + Number(numAffectedRows ?? 0)
}

/** Who waited for two years without a date, or got one, or was answered: the list is about what people want now. */
async function deleteOldInterest(trx: Transaction): Promise<number> {
  const before = daysAgo(retention.interestDays)
  const interest = trx
    .deleteFrom('interest')
    .where((where) => where.or([where('changedAt', '<', before), where('endedAt', '<', before)]))
  const wishes = trx
    .deleteFrom('wish')
    .where((where) => where(where.fn.coalesce('answeredAt', 'createdAt'), '<', before))
  return (await rowsOf(interest)) + (await rowsOf(wishes))
}

/**
 * Who came in by a form, never confirmed an address and is known by nothing else. People whom somebody of the region
 * put in or changed stay. Whatever else should point to them keeps the database from letting them go.
 */
async function deleteUnconfirmedPeople(trx: Transaction): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from person
    where created_at < ${daysAgo(retention.unconfirmedPersonDays)}
      and password_hash is null and merged_into_id is null
      and not exists (select from email_address where person_id = person.id and confirmed_at is not null)
      and not exists (select from enrolment where person_id = person.id and status <> 'expired')
      and not exists (select from region_role where person_id = person.id)
      and not exists (select from qualification where person_id = person.id)
      and not exists (select from edition_trainer where person_id = person.id)
      and not exists (select from meeting_trainer where person_id = person.id)
      and not exists (select from person other where other.merged_into_id = person.id)
      and exists (select from journal where subject_type = 'person' and subject_id = person.id
        and action = 'person.create' and actor_id is null)
      and not exists (select from journal where subject_type = 'person' and subject_id = person.id
        and actor_id is not null)
    order by id limit ${peopleAtOnce} for update skip locked`.execute(trx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await trx.deleteFrom('enrolment').where('personId', 'in', ids).execute()
  await trx.deleteFrom('dossierView').where('personId', 'in', ids).execute()
  await trx.deleteFrom('peopleGroupMember').where('personId', 'in', ids).execute()
  await trx.deleteFrom('membership').where('personId', 'in', ids).execute()
  await trx.deleteFrom('organisationSuggestion').where('personId', 'in', ids).execute()
  await trx.deleteFrom('emailAddress').where('personId', 'in', ids).where('confirmedAt', 'is', null).execute()
  await trx.deleteFrom('person').where('id', 'in', ids).execute()
  for (const id of ids) await note(trx, null, 'person.delete-unconfirmed', { type: 'person', id })
  return ids.length
}
