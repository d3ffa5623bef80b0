import type { Db } from '#db/client.server.ts'

export type Handout = { id: number; meetingId: number; title: string; byteSize: number; mediaType: string }

/** What was put with the meetings of an edition, the oldest first. */
export function listHandouts(db: Db, editionId: number): Promise<Handout[]> {
  return db
    .selectFrom('handout')
    .innerJoin('meeting', 'meeting.id', 'handout.meetingId')
    .innerJoin('storedFile', 'storedFile.id', 'handout.fileId')
    .select([
      'handout.id',
      'handout.meetingId',
      'handout.title',
      'storedFile.byteSize',
      'storedFile.mediaType',
    ])
    .where('meeting.editionId', '=', editionId)
    .orderBy('handout.id')
    .limit(500)
    .execute()
}

/** A hand-out with the edition it belongs to, and whether this person takes part in that. */
export async function findHandout(db: Db, handoutId: number, personId: number) {
  const row = await db
    .selectFrom('handout')
    .innerJoin('meeting', 'meeting.id', 'handout.meetingId')
    .select(['handout.id', 'handout.fileId', 'handout.meetingId', 'meeting.editionId'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('enrolment')
            .select('enrolment.id')
            .whereRef('enrolment.editionId', '=', 'meeting.editionId')
            .where('enrolment.personId', '=', personId)
            .where('enrolment.status', 'in', ['confirmed', 'completed', 'not_completed']),
        )
        .as('participates'),
    )
    .where('handout.id', '=', handoutId)
    .executeTakeFirst()
  return row && { ...row, participates: Boolean(row.participates) }
}
