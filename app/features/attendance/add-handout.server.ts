import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { storeFile, type Upload } from '#app/platform/files/store-file.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

const mostHandouts = 20

/** Puts a file with a meeting, for everybody who takes part. */
export async function addHandout(
  db: Db,
  actor: Actor,
  subject: { editionId: number; meetingId: number },
  { title, file }: { title: string; file: Upload },
): Promise<void> {
  authorize(actor, 'handout.manage', subject)
  await inTransaction(db, async (trx) => {
    orNotFound(
      await trx
        .selectFrom('meeting')
        .select('id')
        .where('id', '=', subject.meetingId)
        .where('editionId', '=', subject.editionId)
        .forNoKeyUpdate()
        .executeTakeFirst(),
    )
    const { count } = await trx
      .selectFrom('handout')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('meetingId', '=', subject.meetingId)
      .executeTakeFirstOrThrow()
    if (count >= mostHandouts)
      throw new Refusal(`Bij een bijeenkomst passen ${mostHandouts} hand-outs.`, 'file')
    const fileId = await storeFile(trx, actor, file)
    const { id } = await trx
      .insertInto('handout')
      .values({ meetingId: subject.meetingId, title, fileId, createdAt: now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      'handout.add',
      { type: 'handout', id },
      { details: { meetingId: subject.meetingId } },
    )
  })
}

/** Takes a hand-out away, with its file. */
export async function removeHandout(
  db: Db,
  actor: Actor,
  subject: { editionId: number; handoutId: number },
): Promise<void> {
  authorize(actor, 'handout.manage', subject)
  await inTransaction(db, async (trx) => {
    const { fileId } = orNotFound(
      await trx
        .selectFrom('handout')
        .innerJoin('meeting', 'meeting.id', 'handout.meetingId')
        .select('handout.fileId')
        .where('handout.id', '=', subject.handoutId)
        .where('meeting.editionId', '=', subject.editionId)
        .executeTakeFirst(),
    )
    await trx.deleteFrom('handout').where('id', '=', subject.handoutId).execute()
    await trx.deleteFrom('storedFile').where('id', '=', fileId).execute()
    await note(trx, actor, 'handout.remove', { type: 'handout', id: subject.handoutId })
  })
}
