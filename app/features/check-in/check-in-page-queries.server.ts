import { listRoster } from '#app/features/attendance/roster-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { listCheckIns } from './check-in-queries.server.ts'
import type { Standing } from './check-in-standing.ts'

/** Who is in by now, as it is sent to the trainer's page. */
export async function loadStanding(db: Db, meeting: { id: number; editionId: number }): Promise<Standing> {
  const [rows, checkIns] = await Promise.all([listRoster(db, meeting), listCheckIns(db, meeting.id)])
  return {
    now: now().toISOString(),
    rows,
    checkIns: checkIns.map(({ codeAt, receivedAt, ...row }) => ({
      ...row,
      codeAt: codeAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
    })),
  }
}
