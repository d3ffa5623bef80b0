import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { optionalText, wholeNumber } from '#app/platform/fields.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

export const projectForm = z.object({
  number: wholeNumber('een project', 1, 999),
  summary: optionalText(1500).transform((value) => value ?? ''),
  goals: z
    .array(
      z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number),
    )
    .max(20)
    .default([]),
})

/** Changes what a project says of itself and which goals it serves. */
export async function changeProject(
  db: Db,
  actor: Actor,
  input: z.output<typeof projectForm>,
): Promise<void> {
  authorize(actor, 'programme.manage')
  await inTransaction(db, async (trx) => {
    orNotFound(
      await trx
        .updateTable('project')
        .set({ summary: input.summary })
        .where('number', '=', input.number)
        .returning('number')
        .executeTakeFirst(),
    )
    await trx.deleteFrom('projectGoal').where('projectNumber', '=', input.number).execute()
    if (input.goals.length > 0) {
      await trx
        .insertInto('projectGoal')
        .columns(['projectNumber', 'goalNumber'])
        .expression((eb) =>
          eb
            .selectFrom('goal')
            .select([eb.val(input.number).as('projectNumber'), 'goal.number'])
            .where('goal.number', 'in', input.goals),
        )
        .execute()
    }
    await note(trx, actor, 'project.change', { type: 'project', id: input.number })
  })
}
