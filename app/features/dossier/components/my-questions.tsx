import { paths } from '#app/paths.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { formatMoment, formatTime, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Questions, Waiting } from '../mine-queries.server.ts'

type Props = { questions: Questions; offers: Waiting[] }

const on = (startsAt: Date | string | null) => (startsAt ? ` op ${formatWeekday(new Date(startsAt))}` : '')

/** What is asked of me today, each with its answers at hand. */
export function MyQuestions({ questions, offers }: Props) {
  const { substitutions, memberships, approvals, teaching } = questions
  return (
    <>
      {teaching.map(({ meetingId, title, startsAt }) => (
        <Notice
          key={meetingId}
          title={`Vandaag geef je ${title}.`}
          act={<LinkButton href={paths.roster(meetingId)}>Presentie</LinkButton>}
        >
          {`Je begint om ${formatTime(new Date(startsAt))} uur.`}
        </Notice>
      ))}
      {offers.map(({ enrolmentId, title, startsAt, heldUntil }) => (
        <Notice
          key={enrolmentId}
          title={`Er is een plek voor je bij ${title}${on(startsAt)}.`}
          act={
            <Acts>
              <ActButton act="accept-offer" about={{ enrolmentId }} kind="act" small={false}>
                Plek nemen
              </ActButton>
              <ActButton act="decline-offer" about={{ enrolmentId }} small={false}>
                Niet nodig
              </ActButton>
            </Acts>
          }
        >
          {heldUntil ? `We houden hem vrij tot ${formatMoment(heldUntil)}.` : null}
        </Notice>
      ))}
      {substitutions.map(({ id, from, title, startsAt }) => (
        <Notice
          key={id}
          title={`${from} vraagt of jij naar ${title} gaat${on(startsAt)}.`}
          act={
            <Acts>
              <ActButton act="accept-substitution" about={{ substitutionId: id }} kind="act" small={false}>
                Ja, ik ga
              </ActButton>
              <ActButton act="decline-substitution" about={{ substitutionId: id }} small={false}>
                Nee
              </ActButton>
            </Acts>
          }
        >
          Je neemt de plek over. Je collega gaat dan niet.
        </Notice>
      ))}
      {memberships.map(({ id, school, title, startsAt }) => (
        <Notice
          key={id}
          kind="warn"
          title={`Je werkt niet meer bij ${school}. Wat doe je met ${title}${on(startsAt)}?`}
          act={
            <Acts>
              <ActButton act="keep" about={{ questionId: id }} kind="act" small={false}>
                Plek houden
              </ActButton>
              <ActButton act="hand_over" about={{ questionId: id }} small={false}>
                Overdragen
              </ActButton>
              <ActButton act="leave" about={{ questionId: id }} small={false}>
                Afmelden
              </ActButton>
            </Acts>
          }
        />
      ))}
      {approvals > 0 && (
        <Notice
          title={
            approvals === 1
              ? '1 collega wacht op je antwoord.'
              : `${approvals} collega’s wachten op je antwoord.`
          }
          act={<LinkButton href={paths.team()}>Bekijk en beslis</LinkButton>}
        >
          Ze willen naar een cursus, workshop of excursie.
        </Notice>
      )}
    </>
  )
}
