import type { Actor } from '#app/access/actor.ts'
import type { MineAct } from '#app/features/dossier/mine-form.ts'
import {
  findMyHours,
  findMyQuestions,
  listMyCertificates,
  listMyMeetings,
  listMyWaiting,
} from '#app/features/dossier/mine-queries.server.ts'
import { answerMembershipQuestion } from '#app/features/enrolment/answer-membership-question.server.ts'
import { acceptOffer, declineOffer } from '#app/features/enrolment/answer-offer.server.ts'
import {
  acceptSubstitution,
  declineSubstitution,
} from '#app/features/enrolment/answer-substitution.server.ts'
import { enrolmentTexts as texts } from '#app/features/enrolment/enrolment-texts.ts'
import { reportAbsence, withdrawAbsence } from '#app/features/enrolment/report-absence.server.ts'
import { listPastAttendance } from '#app/features/history/history-queries.server.ts'
import { listMyInterest } from '#app/features/interest/my-interest-queries.server.ts'
import { heldLine, heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { database } from '#db/client.server.ts'

/** What one's own page shows: what is asked, what comes, what one waits for, holds and earned. */
export async function loadMine(actor: Actor) {
  const db = database()
  const [meetings, waiting, questions, certificates, hours, held, lists, past] = await Promise.all([
    listMyMeetings(db, actor.personId),
    listMyWaiting(db, actor.personId),
    findMyQuestions(db, actor),
    listMyCertificates(db, actor.personId),
    findMyHours(db, actor.personId),
    listPapers(db, [actor.personId]),
    listMyInterest(db, actor.personId),
    listPastAttendance(db, actor.personId),
  ])
  const qualifications = heldOf(
    held.filter(({ withdrawnAt }) => withdrawnAt === null),
    today(),
  ).map(heldLine)
  const writes = actor.memberships.some(({ role }) => role === 'company_author' || role === 'company_admin')
  return {
    day: today(),
    tasks: { writes, reviews: actor.isReviewer },
    meetings,
    waiting,
    ...lists,
    questions,
    certificates,
    qualifications,
    past,
    ...hours,
  }
}

/** Carries out one press on one's own page, and says on the next page what came of it. */
export async function actOnMine(actor: Actor, input: MineAct): Promise<Response> {
  const db = database()
  const back = (text: string, mailId?: number) =>
    redirectWithNotice(paths.mine(), { kind: 'ok', text, ...(mailId && { mailId }) })
  switch (input.act) {
    case 'report-absence':
      await reportAbsence(db, actor, { enrolmentId: input.enrolmentId, meetingId: input.meetingId }, {})
      return back(texts.absenceReported)
    case 'withdraw-absence':
      await withdrawAbsence(db, actor, { enrolmentId: input.enrolmentId, meetingId: input.meetingId })
      return back(texts.absenceWithdrawn)
    case 'accept-offer': {
      const { title, mailId } = await acceptOffer(db, actor, { id: input.enrolmentId })
      return back(texts.offerAccepted(title), mailId)
    }
    case 'decline-offer': {
      const { title, waits } = await declineOffer(db, actor, { id: input.enrolmentId })
      return back(texts.offerDeclined(title, waits))
    }
    case 'accept-substitution': {
      const { title, status, mailId } = await acceptSubstitution(db, actor, { id: input.substitutionId })
      return back(texts.substitutionAccepted(title, status === 'confirmed'), mailId)
    }
    case 'decline-substitution':
      await declineSubstitution(db, actor, { id: input.substitutionId })
      return back(texts.substitutionDeclined)
    default: {
      const { enrolmentId } = await answerMembershipQuestion(db, actor, { id: input.questionId }, input.act)
      if (input.act === 'leave') return back(texts.leftPlace)
      return redirectWithNotice(
        input.act === 'hand_over' ? paths.myEnrolment(enrolmentId) : paths.mine(),
        input.act === 'hand_over' ? texts.chooseColleague : texts.membershipKept,
      )
    }
  }
}
