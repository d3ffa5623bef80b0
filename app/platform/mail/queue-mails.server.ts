import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Transaction } from '#db/client.server.ts'
import type { Mail } from './mail.ts'
import { renderMail } from './render-mail.ts'

/** A mail to one of many people; reason, recipient and subject together are unique: told once, ever. */
export type MailToPerson = { personId: number; reason: string; subjectKey: string; mail: Mail }

/**
 * Puts mails to many people in the outbox at once, as `mailPerson` does for one: a few statements, however many they
 * are. They go out at `sendAfter`, at once unless told. Returns the ids of those that are new, in the order given.
 */
export async function mailPeople(
  trx: Transaction,
  mails: MailToPerson[],
  { sendAfter = now() }: { sendAfter?: Date } = {},
): Promise<number[]> {
  if (mails.length === 0) return []
  const { baseUrl, smtpUrl } = environment()
  const region = await theRegion(trx)
  const around = { regionName: region.name, demo: region.demo, baseUrl }
  const people = await listRecipients(trx, [...new Set(mails.map(({ personId }) => personId))])
  const rows = mails.flatMap(({ personId, reason, subjectKey, mail }) => {
    const person = people.get(personId)
    if (!person) return []
    const { title, text, html } = renderMail(mail, { ...around, greeting: person.givenName })
    return [{ personId, reason, subjectKey, recipient: person.address, title, text, html }]
  })
  const { rows: inserted } = await sql<{ id: number }>`
    insert into outbox (reason, person_id, recipient, subject_key, title, body_text, body_html, created_at, send_after)
    select reason, "personId", recipient, "subjectKey", title, text, html, ${now()}::timestamptz, ${sendAfter}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as mail(
      reason text, "personId" bigint, recipient text, "subjectKey" text, title text, text text, html text)
    on conflict on constraint outbox_once do nothing
    returning id
  `.execute(trx)
  const ids = inserted.map(({ id }) => id)
  if (smtpUrl && ids.length > 0) {
    await sql`
      select graphile_worker.add_job('deliver-mail', json_build_object('outboxId', id), job_key => 'mail:' || id,
        max_attempts => 25, run_at => ${sendAfter}::timestamptz)
      from unnest(${ids}::bigint[]) as id
    `.execute(trx)
  }
  return ids
}

async function listRecipients(trx: Transaction, personIds: number[]) {
  const rows = await trx
    .selectFrom('person')
    .innerJoin('emailAddress', 'emailAddress.personId', 'person.id')
    .distinctOn('person.id')
    .select(['person.id', 'person.givenName', 'emailAddress.address'])
    .where('person.id', 'in', personIds)
    .where('person.deactivatedAt', 'is', null)
    .orderBy('person.id')
    .orderBy('emailAddress.isPrimary', 'desc')
    .orderBy('emailAddress.id')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
