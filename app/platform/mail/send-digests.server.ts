import { dayOf, now } from '#app/platform/clock.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { list, text } from './mail.ts'
import { type MailAttachment, mailPerson } from './queue-mail.server.ts'

/** Once a day: everything that waited for somebody's digest, in one mail each. Returns how many went out. */
export async function sendDigests(db: Db): Promise<number> {
  const people = await db
    .selectFrom('outbox')
    .select('personId')
    .distinct()
    .where('inDigest', '=', true)
    .where('sentAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('personId', 'is not', null)
    .execute()
  for (const { personId } of people) await sendDigest(db, personId as number)
  return people.length
}

function sendDigest(db: Db, personId: number): Promise<void> {
  return inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('outbox')
      .select(['id', 'title', 'bodyText', 'attachments'])
      .where('personId', '=', personId)
      .where('inDigest', '=', true)
      .where('sentAt', 'is', null)
      .where('refusedAt', 'is', null)
      .orderBy('id')
      .limit(200)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return
    await mailPerson(trx, personId, {
      reason: 'digest',
      subjectKey: `${dayOf(now())}:${rows[0]?.id}`,
      kind: 'digest',
      mail: {
        title: rows.length === 1 ? '1 bericht van vandaag' : `${rows.length} berichten van vandaag`,
        blocks: [
          text('Dit gebeurde er vandaag:'),
          list(rows.map((row) => row.title)),
          ...rows.flatMap((row) => [text(`*** ${row.title}`), text(middle(row.bodyText))]),
        ],
      },
      attachments: rows.flatMap((row) => row.attachments as MailAttachment[]),
    })
    await trx
      .updateTable('outbox')
      .set({ sentAt: now() })
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
  })
}

/** The mail without its greeting and its foot, which the digest has itself. */
function middle(body: string): string {
  const parts = body.split('\n\n')
  const from = parts.findIndex((part) => part.startsWith('Dag')) + 1
  const until = parts.findIndex((part) => part.startsWith('Met groet,'))
  return parts.slice(from, until < 0 ? undefined : until).join('\n\n')
}
