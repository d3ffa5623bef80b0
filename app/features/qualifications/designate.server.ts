import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { addMonths } from '#app/platform/dates.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { chooseEmployer } from './choose-employer.server.ts'
import type { Designate } from './employer-form.ts'
import { employerTexts as texts } from './employer-texts.ts'
import { isCounted } from './holding.ts'
import { qualificationMails } from './qualification-mails.ts'
import { listPapers } from './qualification-queries.server.ts'
import { teamsOf } from './team-of-queries.server.ts'

const mostMonths = 120

/**
 * The employer designates somebody who holds the paper for it: which work, until when (NEN 3140, NEN 9140). The same
 * twice changes nothing.
 */
export function designate(
  db: Db,
  actor: Actor,
  { personId }: { personId: number },
  input: Designate,
): Promise<{ name: string; title: string; until: string }> {
  return inTransaction(db, async (trx) => {
    const person = await lockPerson(trx, personId)
    authorize(actor, 'qualification.attest', { personId, teamIds: await teamsOf(trx, personId) })
    const employer = await chooseEmployer(trx, actor, personId, input.organisationId)
    const startsOn = input.startsOn ?? today()
    refuseTerm(startsOn, input.endsOn)
    if (startsOn < employer.since) throw new Refusal(texts.designateBeforeWork(employer.since), 'startsOn')
    const papers = await listPapers(trx, [personId], [input.typeCode])
    const held = papers.filter(
      (one) => isCounted(one) && (one.validUntil === null || one.validUntil >= startsOn),
    )
    if (papers.some(({ needsDesignation }) => !needsDesignation)) throw new Refusal(texts.designateNotNeeded)
    if (!held[0]) throw new Refusal(texts.designateWithoutPaper)
    if (held.every(({ issuedOn }) => issuedOn > startsOn)) {
      throw new Refusal(texts.designateBeforePaper, 'startsOn')
    }
    const { title } = held[0]
    // Whoever else was asked for it need not any more.
    for (const { id } of held) await revokeLinkTokens(trx, 'attest-qualification', id)
    const values = {
      personId,
      typeCode: input.typeCode,
      organisationId: employer.id,
      tasks: input.tasks,
      startsOn,
      endsOn: input.endsOn,
    }
    if (await isThere(trx, values)) return { name: person.name, title, until: input.endsOn }
    const { id } = await trx
      .insertInto('designation')
      .values({ ...values, designatedBy: actor.personId, createdAt: now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      'qualification.designate',
      { type: 'person', id: personId },
      {
        details: {
          designationId: id,
          typeCode: input.typeCode,
          organisationId: employer.id,
          startsOn,
          endsOn: input.endsOn,
        },
      },
    )
    await mailPerson(trx, personId, {
      reason: 'qualification.designated',
      subjectKey: `designation:${id}`,
      mail: qualificationMails.designated(title, `${actor.name} (${employer.name})`, { ...input, startsOn }),
      digestible: true,
    })
    return { name: person.name, title, until: input.endsOn }
  })
}

function refuseTerm(startsOn: string, endsOn: string): void {
  if (endsOn < startsOn) throw new Refusal(texts.designateOrder, 'endsOn')
  if (endsOn < today()) throw new Refusal(texts.designateOver, 'endsOn')
  if (endsOn > addMonths(startsOn, mostMonths)) throw new Refusal(texts.designateTooLong, 'endsOn')
}

async function isThere(
  trx: Transaction,
  values: {
    personId: number
    typeCode: string
    organisationId: number
    tasks: string
    startsOn: string
    endsOn: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    select from designation where person_id = ${values.personId} and type_code = ${values.typeCode}
      and organisation_id = ${values.organisationId} and tasks = ${values.tasks}
      and starts_on = ${values.startsOn}::date and ends_on = ${values.endsOn}::date and withdrawn_at is null`.execute(
    trx,
  )
  return rows.length > 0
}
