import { can } from '#app/access/abilities.ts'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.server.ts'
import { type DeskKind, mostRowsOfKind, mostUrgentFirst, rowsOfKind } from './desk.ts'
import {
  listMailWork,
  listMeetingsWithoutTrainer,
  listMessageWork,
  listRecordWork,
} from './desk-post-queries.server.ts'
import { groupOf, listComingMeetings, listEditionWork, listEnrolmentWork } from './desk-queries.server.ts'

/** What waits for this person at the desk, the most urgent first; all of one kind when `only` says so. */
export async function readDesk(db: Db, actor: Actor, only: DeskKind | undefined) {
  const most = only ? mostRowsOfKind : rowsOfKind
  const coordinates = can(actor, 'edition.manage')
  const [mails, records] = await Promise.all([listMailWork(db, most), listRecordWork(db, actor, most)])
  const groups = [
    groupOf('mail', mails),
    ...(coordinates ? await readCoordination(db, actor, most) : []),
    ...(coordinates ? [groupOf('review', records), groupOf('suggestion', records)] : []),
    groupOf('erasure', records),
  ]
  const shown = only ? groups.filter(({ kind }) => kind === only) : groups
  return {
    coordinates,
    groups: mostUrgentFirst(shown),
    /** Mails that the mail server did not take yet; the portal goes on trying by itself. */
    tried: records.find(({ kind }) => kind === 'tried')?.total ?? 0,
    meetings: coordinates && !only ? await listComingMeetings(db, 7) : [],
  }
}

async function readCoordination(db: Db, actor: Actor, most: number) {
  const [enrolments, editions, meetings, messages] = await Promise.all([
    listEnrolmentWork(db, actor.personId, most),
    listEditionWork(db, most),
    listMeetingsWithoutTrainer(db, most),
    listMessageWork(db, most),
  ])
  return [
    groupOf('trainer', meetings),
    groupOf('decision', editions),
    groupOf('offer', enrolments),
    groupOf('approval', enrolments),
    groupOf('message', messages),
    groupOf('closing', editions),
  ]
}

export type Desk = Awaited<ReturnType<typeof readDesk>>
