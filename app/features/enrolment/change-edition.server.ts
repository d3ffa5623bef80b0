import type { Actor } from '#app/access/actor.ts'
import { changeEdition as changeAgreements } from '#app/features/catalogue/change-edition.server.ts'
import type { ChangeEditionInput } from '#app/features/catalogue/edition-form.ts'
import { now } from '#app/platform/clock.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { formatList } from '#app/ui/format.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { readEdition } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { trainerMails } from './trainer-mails.ts'

/** Changes what was agreed about an edition; who trains it now hears so, and so do its participants. */
export function changeEdition(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: ChangeEditionInput,
): Promise<{ told: number }> {
  return inTransaction(db, async (trx) => {
    const before = await listTrainers(trx, edition.id)
    await changeAgreements(trx, actor, edition.id, input)
    const after = await listTrainers(trx, edition.id)
    const gone = before.filter(({ id }) => !after.some((trainer) => trainer.id === id))
    const come = after.filter(({ id }) => !before.some((trainer) => trainer.id === id))
    const current = await readEdition(trx, edition.id)
    const isRunning = current && current.status !== 'planned' && current.endsAt && current.endsAt > now()
    if (!isRunning || gone.length + come.length === 0) return { told: 0 }
    const about = await mailEdition(trx, current)
    const people = await trx
      .selectFrom('enrolment')
      .select(['id', 'personId'])
      .where('editionId', '=', edition.id)
      .where('status', 'in', ['requested', 'confirmed'])
      .execute()
    const names = (trainers: { name: string }[]) =>
      formatList(trainers.map(({ name }) => name)) || 'nog niemand'
    const subjectKey = `edition:${edition.id}:${now().toISOString()}`
    const mail = (reason: string) => ({ reason: `edition.${reason}`, subjectKey })
    await mailPeople(trx, [
      ...people.map(({ id, personId }) => ({
        ...mail('trainers-changed'),
        personId,
        mail: trainerMails.editionTrainers(about, id, names(before), names(after)),
      })),
      ...come.map(({ id }) => ({
        ...mail('trainer-comes'),
        personId: id,
        mail: trainerMails.editionTrainerComes(about),
      })),
      ...gone.map(({ id }) => ({
        ...mail('trainer-goes'),
        personId: id,
        mail: trainerMails.editionTrainerGoes(about),
      })),
    ])
    return { told: people.length }
  })
}

function listTrainers(trx: Transaction, editionId: number) {
  return trx
    .selectFrom('editionTrainer')
    .innerJoin('person', 'person.id', 'editionTrainer.personId')
    .select(['person.id', 'person.name'])
    .where('editionId', '=', editionId)
    .orderBy('person.sortName')
    .execute()
}
