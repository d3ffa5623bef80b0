import type { Actor } from '#app/access/actor.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { employerTexts as texts } from './employer-texts.ts'
import { type Employer, listEmployersFor } from './team-of-queries.server.ts'

/** For which employer somebody acts: the one that was chosen, or the only one there is. */
export async function chooseEmployer(
  trx: Transaction,
  actor: Actor,
  personId: number,
  chosenId: number | undefined,
): Promise<Employer> {
  const employers = await listEmployersFor(trx, actor, personId)
  const [only, ...others] = employers
  if (chosenId === undefined && only && others.length > 0)
    throw new Refusal(texts.chooseEmployer, 'organisationId')
  const employer = chosenId === undefined ? only : employers.find(({ id }) => id === chosenId)
  if (!employer) throw new Refusal(texts.notTheirs, 'organisationId')
  return employer
}
