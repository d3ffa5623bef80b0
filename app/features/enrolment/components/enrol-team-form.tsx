import { type SubmissionResult, useForm } from '@conform-to/react'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-fields.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { place } from '../enrolment.ts'
import type { TeamMember } from '../team-enrol-queries.server.ts'

type Props = {
  teamId: number
  members: TeamMember[]
  edition: { capacity: number; placesHeld: number; waiting: number }
  reservation: { places: number; heldUntil: Date } | undefined
  lastResult: SubmissionResult<string[]> | undefined
}

/** Whom to enrol. How many places there are is said beforehand, and who cannot come stands apart, with why. */
export function EnrolTeamForm({ teamId, members, edition, reservation, lastResult }: Props) {
  const [form, fields] = useForm<{ personIds: string[] }>({ id: 'team', lastResult })
  const able = members.filter(({ hindrances }) => hindrances.length === 0)
  const unable = members.filter(({ hindrances }) => hindrances.length > 0)
  return (
    <>
      {reservation && (
        <Notice
          kind="info"
          title={`${formatCount(reservation.places, 'plek wordt', 'plekken worden')} voor je team vrijgehouden tot ${formatMoment(reservation.heldUntil)}.`}
          act={
            <ActButton act="release" about={{ teamId }} kind="secondary">
              Niet nodig: geef vrij
            </ActButton>
          }
        />
      )}
      <p>{placesInWords(edition, reservation?.places ?? 0)}</p>
      {able.length > 0 ? (
        <Form form={form} bare>
          <input type="hidden" name="act" value="enrol" />
          <input type="hidden" name="teamId" value={teamId} />
          <CheckboxGroup
            field={fields.personIds}
            label="Wie schrijf je in?"
            hint="Jij bent de teamleider, dus het is meteen goedgekeurd. Ieder krijgt bericht en kan zich afmelden."
            required
            choices={able.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Acts>
            <Button>Schrijf in</Button>
          </Acts>
        </Form>
      ) : (
        <EmptyState title="Er is niemand om in te schrijven.">
          Iedereen van je team is al ingeschreven, of kan dan niet.
        </EmptyState>
      )}
      {unable.length > 0 && (
        <Section title="Kunnen nu niet mee">
          <ul>
            {unable.flatMap(({ id, hindrances }) =>
              hindrances.map((sentence) => <li key={`${id} ${sentence}`}>{sentence}</li>),
            )}
          </ul>
        </Section>
      )}
    </>
  )
}

function placesInWords(edition: Props['edition'], reserved: number): string {
  const isFull = place(edition, false) === 'waitlisted'
  const free = isFull ? 0 : edition.capacity - edition.placesHeld
  if (free + reserved === 0)
    return 'Het is vol. Wie je inschrijft, komt op de wachtlijst, in volgorde van naam.'
  const besides = reserved > 0 ? ' Die van je team gaan eerst.' : ''
  return `Er ${free + reserved === 1 ? 'is 1 plek' : `zijn ${free + reserved} plekken`} voor je team.${besides} Kies je meer mensen, dan komen de laatsten (op naam) op de wachtlijst.`
}
