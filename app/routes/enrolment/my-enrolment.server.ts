import type { Actor } from '#app/access/actor.ts'
import { changeDetails } from '#app/features/enrolment/change-details.server.ts'
import { enrolmentTexts as texts } from '#app/features/enrolment/enrolment-texts.ts'
import { handOverPlace, revokeSubstitution } from '#app/features/enrolment/hand-over-place.server.ts'
import type { MyEnrolmentAct } from '#app/features/enrolment/my-enrolment-form.ts'
import { reportAbsence, withdrawAbsence } from '#app/features/enrolment/report-absence.server.ts'
import { withdraw } from '#app/features/enrolment/withdraw.server.ts'
import { paths } from '#app/paths.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { database } from '#db/client.server.ts'

/** Carries out one act on one enrolment, and says on the next page what came of it. */
export async function actOnEnrolment(
  actor: Actor,
  enrolment: { id: number },
  input: MyEnrolmentAct,
): Promise<Response> {
  const db = database()
  const here = paths.myEnrolment(enrolment.id)
  switch (input.act) {
    case 'withdraw': {
      const { title, late, waited, mailId } = await withdraw(db, actor, enrolment, input)
      const text = waited
        ? texts.offTheList(title)
        : late
          ? texts.withdrawnLate(title)
          : texts.withdrawn(title)
      return redirectWithNotice(paths.mine(), { kind: 'ok', text, ...(mailId && { mailId }) })
    }
    case 'hand-over': {
      const { name, mailId } = await handOverPlace(db, actor, enrolment, input)
      return redirectWithNotice(here, {
        kind: 'ok',
        text: texts.substituteAsked(name),
        ...(mailId && { mailId }),
      })
    }
    case 'change-details':
      await changeDetails(db, actor, enrolment, input)
      return redirectWithNotice(here, texts.detailsKept)
    case 'revoke-substitution':
      await revokeSubstitution(db, actor, enrolment)
      return redirectWithNotice(here, texts.substitutionRevoked)
    case 'report-absence':
      await reportAbsence(db, actor, { enrolmentId: enrolment.id, meetingId: input.meetingId }, {})
      return redirectWithNotice(here, texts.absenceReported)
    case 'withdraw-absence':
      await withdrawAbsence(db, actor, { enrolmentId: enrolment.id, meetingId: input.meetingId })
      return redirectWithNotice(here, texts.absenceWithdrawn)
  }
}
