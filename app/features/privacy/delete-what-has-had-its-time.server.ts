import { sql } from 'kysely'
import { dayOf, now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { retention } from './retention.ts'

const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000)
const peopleAtOnce = 500

/** Once a day: what its term of keeping is over for. Each part stands by itself; done twice is done once. */
export async function deleteWhatHasHadItsTime(db: Db): Promise<void> {
  await db.deleteFrom('linkToken').where('expiresAt', '<', daysAgo(retention.linkDays)).execute()
  await db.deleteFrom('calendarFeed').where('revokedAt', '<', daysAgo(retention.linkDays)).execute()
  await emptyMails(db)
  await forgetDayWishes(db)
  await forgetCheckInDevices(db)
  await forgetEvaluations(db)
  await deleteOldInterest(db)
  await forgetSigners(db)
  await db.deleteFrom('dossierView').where('viewedAt', '<', daysAgo(retention.dossierViewDays)).execute()
  await inTransaction(db, deleteUnconfirmedPeople)
}

/** The signature stays, without whose it was. */
async function forgetSigners(db: Db): Promise<void> {
  await db
    .updateTable('contribution')
    .set({ signerName: null, signerRole: null })
    .where('answeredAt', '<', daysAgo(retention.signerNameDays))
    .where('signerName', 'is not', null)
    .execute()
}

/** The row stays, without its words: it keeps a mail from being sent twice. */
async function emptyMails(db: Db): Promise<void> {
  const gone = 'De tekst van deze mail is gewist.'
  await db
    .updateTable('outbox')
    .set({ bodyText: gone, bodyHtml: '', attachments: '[]' })
    .where('createdAt', '<', daysAgo(retention.mailTextDays))
    .where('bodyText', '<>', gone)
    .execute()
  // What was written to an edition is the same words once more.
  await db
    .updateTable('editionMessage')
    .set({ body: gone })
    .where('sentAt', '<', daysAgo(retention.mailTextDays))
    .where('body', '<>', gone)
    .execute()
}

async function forgetDayWishes(db: Db): Promise<void> {
  await sql`
    update enrolment set dietary_wishes = null, telephone = null from edition
    where edition.id = edition_id and edition.ends_at < ${daysAgo(retention.dayWishesDays)}
      and (dietary_wishes is not null or telephone is not null)`.execute(db)
  // Whose network it was is known only while a place waits for its confirmation.
  await db
    .updateTable('enrolment')
    .set({ networkHash: null })
    .where('networkHash', 'is not', null)
    .where('heldUntil', 'is', null)
    .execute()
}

/** That somebody checked in, how and when, stays with their attendance; by which browser, and with which codes, does not. */
async function forgetCheckInDevices(db: Db): Promise<void> {
  const over = db.selectFrom('meeting').select('id').where('endsAt', '<', daysAgo(retention.checkInDays))
  await db
    .updateTable('checkIn')
    .set({ device: null })
    .where('device', 'is not', null)
    .where('meetingId', 'in', over)
    .execute()
  await db.deleteFrom('checkInSecret').where('meetingId', 'in', over).execute()
}

/** What was written goes after its term. Who answered is known only while one may answer, or where a proof rests on it. */
async function forgetEvaluations(db: Db): Promise<void> {
  await db
    .updateTable('evaluation')
    .set({ words: '[]' })
    .where('openUntil', '<', dayOf(daysAgo(retention.evaluationWordsDays)))
    .where(sql<boolean>`words <> '[]'`)
    .execute()
  await sql`
    delete from evaluation_given using enrolment, edition, evaluation
    where enrolment.id = enrolment_id and edition.id = enrolment.edition_id and evaluation.edition_id = edition.id
      and not edition.evaluation_required and evaluation.open_until < ${today()}::date`.execute(db)
}

/** Who waited for two years without a date, or got one, or was answered: the list is about what people want now. */
async function deleteOldInterest(db: Db): Promise<void> {
  const before = daysAgo(retention.interestDays)
  await db
    .deleteFrom('interest')
    .where((where) => where.or([where('changedAt', '<', before), where('endedAt', '<', before)]))
    .execute()
  await db
    .deleteFrom('wish')
    .where((where) => where(where.fn.coalesce('answeredAt', 'createdAt'), '<', before))
    .execute()
}

/**
 * Who came in by a form, never confirmed an address and is known by nothing else. People whom somebody of the region
 * put in or changed stay. Whatever else should point to them keeps the database from letting them go.
 */
async function deleteUnconfirmedPeople(trx: Transaction): Promise<void> {
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
  if (ids.length === 0) return
  await trx.deleteFrom('enrolment').where('personId', 'in', ids).execute()
  await trx.deleteFrom('dossierView').where('personId', 'in', ids).execute()
  await trx.deleteFrom('peopleGroupMember').where('personId', 'in', ids).execute()
  await trx.deleteFrom('membership').where('personId', 'in', ids).execute()
  await trx.deleteFrom('organisationSuggestion').where('personId', 'in', ids).execute()
  await trx.deleteFrom('emailAddress').where('personId', 'in', ids).where('confirmedAt', 'is', null).execute()
  await trx.deleteFrom('person').where('id', 'in', ids).execute()
  for (const id of ids) await note(trx, null, 'person.delete-unconfirmed', { type: 'person', id })
}
