import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

/** Asks for a job as the clock does, and waits until a worker of the portal has done it. */
export async function runJob(db: Db, job: string): Promise<void> {
  await sql`select graphile_worker.add_job(${job}, max_attempts => 1)`.execute(db)
  for (;;) {
    const { rows } = await sql<{ error: string | null }>`
      select last_error as error from graphile_worker.jobs where task_identifier = ${job}`.execute(db)
    if (rows.length === 0) return
    const failed = rows.find(({ error }) => error)
    if (failed) throw new Error(`The run of ${job} failed: ${failed.error}`)
    await pause(20)
  }
}
