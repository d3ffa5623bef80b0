import type { Actor } from '#app/access/actor.ts'
import { confirmQualification } from '#app/features/qualifications/confirm-qualification.server.ts'
import { designate } from '#app/features/qualifications/designate.server.ts'
import type { EmployerAct } from '#app/features/qualifications/employer-form.ts'
import { employerTexts as texts } from '#app/features/qualifications/employer-texts.ts'
import {
  withdrawConfirmation,
  withdrawDesignation,
} from '#app/features/qualifications/withdraw-employer-act.server.ts'
import type { Db } from '#db/client.server.ts'

/** Carries out one act of an employer about somebody, and gives the sentence that says so. */
export async function carryOutEmployerAct(
  db: Db,
  actor: Actor,
  personId: number,
  input: EmployerAct,
): Promise<string> {
  switch (input.act) {
    case 'confirm': {
      const { name, title, until } = await confirmQualification(
        db,
        actor,
        { id: input.qualificationId, seenAt: input.seenAt },
        input,
      )
      return texts.confirmed(name, title, until)
    }
    case 'designate': {
      const { name, title, until } = await designate(db, actor, { personId }, input)
      return texts.designated(name, title, until)
    }
    case 'withdraw-designation':
      return texts.designationWithdrawn(
        (await withdrawDesignation(db, actor, { id: input.designationId }, input)).name,
      )
    case 'withdraw-confirmation':
      return texts.confirmationWithdrawn(
        (await withdrawConfirmation(db, actor, { id: input.confirmationId }, input)).name,
      )
  }
}
