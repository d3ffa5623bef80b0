import type { Actor } from '#app/access/actor.ts'
import { isShortNotice } from '#app/features/enrolment/call-queries.server.ts'
import { cancelEdition } from '#app/features/enrolment/cancel-edition.server.ts'
import { cancelMeeting } from '#app/features/enrolment/cancel-meeting.server.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { replaceTrainer } from '#app/features/enrolment/replace-trainer.server.ts'
import { reportTrainerOut } from '#app/features/enrolment/report-trainer-out.server.ts'
import type { TrainedMeeting } from '#app/features/enrolment/trainer-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { formatCount } from '#app/ui/format.ts'
import { database } from '#db/client.server.ts'

type Input =
  | { act: 'replace'; outId?: number | undefined; inId: number }
  | { act: 'report'; outId: number }
  | { act: 'cancel'; reason: string }

/** What each button of the page does, and where it leads: to the telephone numbers, when time is short. */
export async function actOnTrainerOut(
  actor: Actor,
  meeting: TrainedMeeting,
  input: Input,
): Promise<Response> {
  const db = database()
  const home = actor.isCoordinator ? paths.manageEdition(meeting.editionId) : paths.teaching()
  const next = isShortNotice(meeting, now()) ? paths.callParticipants(meeting.id) : home
  if (input.act === 'replace') {
    const { comes, told } = await replaceTrainer(db, actor, meeting, input)
    const people = formatCount(told, 'deelnemer leest', 'deelnemers lezen')
    return redirectWithNotice(home, `${comes} valt in en heeft bericht. ${people} wie er komt.`)
  }
  if (input.act === 'report') {
    await reportTrainerOut(db, actor, meeting, { personId: input.outId })
    return redirectWithNotice(home, 'De coördinator heeft meteen een mail. Bel ook even als het vandaag is.')
  }
  if (meeting.others > 0) {
    const { told } = await cancelMeeting(db, actor, meeting, input)
    const people = formatCount(told, 'deelnemer krijgt', 'deelnemers krijgen')
    return redirectWithNotice(next, `De bijeenkomst vervalt. ${people} bericht.`)
  }
  const { told } = await cancelEdition(db, actor, { id: meeting.editionId }, input)
  return redirectWithNotice(next, enrolmentTexts.cancelled(told))
}
