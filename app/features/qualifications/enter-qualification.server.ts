import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { checkPaper, insertPaper } from './insert-qualification.server.ts'
import type { EnterQualification } from './qualification-form.ts'
import { noteCheck } from './verify-qualification.server.ts'

/**
 * A coordinator writes down what someone holds, as seen on paper or in a register: it counts as checked by them. Nobody
 * checks their own: that waits for a check as any other.
 */
export async function enterQualification(
  db: Db,
  actor: Actor,
  person: { id: number },
  input: EnterQualification,
): Promise<{ id: number }> {
  authorize(actor, 'qualification.manage')
  return inTransaction(db, async (trx) => {
    const paper = await checkPaper(trx, input.typeCode, input)
    const { id } = await insertPaper(trx, actor, person.id, input.typeCode, paper)
    if (person.id !== actor.personId) {
      await noteCheck(trx, actor, [id], { outcome: 'verified', how: input.how })
    }
    await note(
      trx,
      actor,
      'qualification.enter',
      { type: 'person', id: person.id },
      {
        details: { qualificationId: id, typeCode: input.typeCode, how: input.how },
      },
    )
    return { id }
  })
}
