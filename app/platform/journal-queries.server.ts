import type { Db } from '#db/client.server.ts'

export type JournalFilter = {
  actorId?: number
  subjectType?: string
  subjectId?: number
  action?: string
  page: number
}
const linesAPage = 50

/** Who did what, newest first. `more` says whether there are older lines: counting them all would cost too much. */
export async function listJournal(db: Db, filter: JournalFilter) {
  let query = db.selectFrom('journal').leftJoin('person', 'person.id', 'journal.actorId')
  if (filter.actorId) query = query.where('journal.actorId', '=', filter.actorId)
  if (filter.subjectType) query = query.where('journal.subjectType', '=', filter.subjectType)
  if (filter.subjectId) query = query.where('journal.subjectId', '=', filter.subjectId)
  if (filter.action) query = query.where('journal.action', '=', filter.action)
  const lines = await query
    .select([
      'journal.id',
      'journal.at',
      'journal.actorId',
      'person.name as actor',
      'journal.action',
      'journal.subjectType',
      'journal.subjectId',
      'journal.reason',
      'journal.details',
    ])
    .orderBy('journal.at', 'desc')
    .orderBy('journal.id', 'desc')
    .limit(linesAPage + 1)
    .offset((filter.page - 1) * linesAPage)
    .execute()
  return { lines: lines.slice(0, linesAPage), more: lines.length > linesAPage }
}
