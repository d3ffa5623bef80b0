import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import { askForSignatures } from '#app/features/contributions/ask-signatures.server.ts'
import { confirmHalfAnswered } from '#app/features/contributions/confirm-answers.server.ts'
import { remindLapsing } from '#app/features/dossier/remind-lapsing.server.ts'
import { remindLeads } from '#app/features/dossier/remind-leads.server.ts'
import { askAboutMemberships } from '#app/features/enrolment/ask-about-memberships.server.ts'
import { expireHolds } from '#app/features/enrolment/expire-holds.server.ts'
import { remindApprovals } from '#app/features/enrolment/remind-approvals.server.ts'
import { remindOffers } from '#app/features/enrolment/remind-offers.server.ts'
import { remindParticipants } from '#app/features/enrolment/remind-participants.server.ts'
import { askForEvaluations } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import { carryOutHistory } from '#app/features/history/carry-out-history.server.ts'
import { deleteExpiredHistory, forgetHistoryPeople } from '#app/features/history/forget-history.server.ts'
import { deleteExpiredImports } from '#app/features/people/people-import-queries.server.ts'
import { deleteWhatHasHadItsTime } from '#app/features/privacy/delete-what-has-had-its-time.server.ts'
import { deleteExpiredPaperImports } from '#app/features/qualifications/paper-import-queries.server.ts'
import { deleteExpiredSessions } from '#app/platform/authentication/session.server.ts'
import { deliverMail } from '#app/platform/mail/deliver-mail.server.ts'
import { sendDigests } from '#app/platform/mail/send-digests.server.ts'
import { deleteExpiredAttempts } from '#app/platform/throttle.server.ts'
import type { Connection, Db } from '#db/client.server.ts'

/** Every job of the portal, by name: what it does, and when by itself (cron, in UTC). */
const jobs: Record<string, { cron?: string; run: (db: Db, payload: never) => Promise<unknown> }> = {
  'deliver-mail': { run: (db, { outboxId }: { outboxId: number }) => deliverMail(db, outboxId) },
  'send-digests': { cron: '0 15 * * *', run: (db) => sendDigests(db) },
  'expire-holds': { cron: '*/2 * * * *', run: (db) => expireHolds(db) },
  'remind-offers': { cron: '20 * * * *', run: (db) => remindOffers(db) },
  'remind-approvals': { cron: '0 6 * * 1-5', run: (db) => remindApprovals(db) },
  // In the morning, and every hour of the day after it: a run that was missed or broken off is caught up.
  'remind-participants': { cron: '7 7-18 * * *', run: (db) => remindParticipants(db) },
  'remind-lapsing': { cron: '40 6 * * *', run: (db) => remindLapsing(db) },
  // On each of the first days, so that one that was missed is caught up; told once a month.
  'remind-leads': { cron: '10 7 1-5 * *', run: (db) => remindLeads(db) },
  'ask-for-evaluations': { cron: '0 7 * * *', run: (db) => askForEvaluations(db) },
  'ask-for-signatures': { cron: '0 7 1-7 * *', run: (db) => askForSignatures(db) },
  'confirm-half-answered': { cron: '25 * * * *', run: (db) => confirmHalfAnswered(db) },
  'ask-about-memberships': { cron: '15 4 * * *', run: (db) => askAboutMemberships(db) },
  'carry-out-history': { cron: '* * * * *', run: (db) => carryOutHistory(db) },
  'forget-history-people': { cron: '50 3 * * *', run: (db) => forgetHistoryPeople(db) },
  'delete-expired-history': { cron: '50 * * * *', run: (db) => deleteExpiredHistory(db) },
  'delete-expired-attempts': { cron: '35 2 * * *', run: (db) => deleteExpiredAttempts(db) },
  'delete-expired-paper-imports': { cron: '55 * * * *', run: (db) => deleteExpiredPaperImports(db) },
  'delete-expired-imports': { cron: '45 * * * *', run: (db) => deleteExpiredImports(db) },
  'delete-what-has-had-its-time': { cron: '20 2 * * *', run: (db) => deleteWhatHasHadItsTime(db) },
  'delete-expired-sessions': { cron: '30 2 * * *', run: (db) => deleteExpiredSessions(db) },
}

/** What goes wrong is said; that a job was done stands with what it did. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`jobs: ${message}`)
})

/** Starts working on jobs, until `stop()` on what it returns. */
export function runWorker({ db, pool }: Connection): Promise<Runner> {
  const taskList: TaskList = {}
  for (const [name, job] of Object.entries(jobs)) {
    taskList[name] = async (payload) => {
      await job.run(db, payload as never)
    }
  }
  return run({
    pgPool: pool,
    taskList,
    concurrency: 4,
    noHandleSignals: true,
    logger,
    parsedCronItems: parseCronItems(
      Object.entries(jobs).flatMap(([task, { cron }]) => (cron ? [{ task, match: cron }] : [])),
    ),
  })
}

/** Runs one job by name, now, in this process: for tests and for the command line. */
export async function runJob(db: Db, name: string, payload: unknown = {}): Promise<unknown> {
  const job = jobs[name]
  if (!job) throw new Error(`There is no job called ${name}.`)
  return job.run(db, payload as never)
}
