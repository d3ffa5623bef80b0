import { sql } from 'kysely'
import { findActor } from '#app/access/actor-queries.server.ts'
import { listTeamHoldings } from '#app/features/qualifications/team-holdings-queries.server.ts'
import { countToVerify } from '#app/features/qualifications/verification-queries.server.ts'
import { today } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import type { Db } from '#db/client.server.ts'
import { renewalMails } from './renewal-mails.ts'

/**
 * Tells every team lead once a month what of their people lapses, lapsed or waits for a signature, and what waits for a
 * check; who has nothing hears nothing. Run again, or by two at once, nobody is told twice. Returns how many were told.
 */
export async function remindLeads(db: Db): Promise<number> {
  const { rows: leads } = await sql<{ personId: number }>`
    select distinct person_id from membership
    where role = 'team_lead' and team_id is not null and starts_on <= ${today()}::date
      and (ends_on is null or ends_on >= ${today()}::date)
    order by person_id
    limit 5000`.execute(db)
  let told = 0
  for (const { personId } of leads) {
    const actor = await findActor(db, personId)
    if (!actor) continue
    const people = (await listTeamHoldings(db, actor)).filter(({ attention }) => attention.length > 0)
    // A coordinator who leads a team checks for the whole region, which is not this team's news.
    const toVerify = await countToVerify(db, { ...actor, isCoordinator: false })
    if (people.length === 0 && toVerify === 0) continue
    const month = `${today().slice(0, 7)}-01`
    const mailId = await mailPerson(db, personId, {
      reason: 'team.lapsing',
      subjectKey: `month:${month}`,
      kind: 'team-lapsing',
      mail: renewalMails.team(month, people, toVerify),
    })
    if (mailId !== undefined) told++
  }
  return told
}
