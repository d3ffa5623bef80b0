import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { addHandout, removeHandout } from '#app/features/attendance/add-handout.server.ts'
import { Handouts } from '#app/features/attendance/components/handouts.tsx'
import { TaughtMeetings } from '#app/features/attendance/components/taught-meetings.tsx'
import { TaughtParticipants } from '#app/features/attendance/components/taught-participants.tsx'
import { listHandouts } from '#app/features/attendance/handout-queries.server.ts'
import { handoutSchema, removeHandoutSchema } from '#app/features/attendance/teaching-form.ts'
import {
  findTaughtEdition,
  listMeetingsOfEdition,
  listTaughtParticipants,
} from '#app/features/attendance/teaching-queries.server.ts'
import { editionStatusTones, editionStatusWords } from '#app/features/catalogue/catalogue-texts.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDayRange } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.edition.title}, ${data.edition.code}` : 'Uitvoering' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const db = database()
  const edition = orNotFound(await findTaughtEdition(db, idFrom(args.params.id)))
  authorize(actor, 'edition.teach', { editionId: edition.id })
  const [meetings, participants, handouts] = await Promise.all([
    listMeetingsOfEdition(db, edition.id),
    listTaughtParticipants(db, edition.id),
    listHandouts(db, edition.id),
  ])
  const over = edition.endsAt !== null && edition.endsAt < now()
  return { edition, meetings, participants, handouts, over, now: now() }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const editionId = idFrom(args.params.id)
  authorize(actor, 'edition.teach', { editionId })
  return submit(args.request, z.union([removeHandoutSchema, handoutSchema]), async (input) => {
    if (input.act === 'handout') {
      await addHandout(database(), actor, { editionId, meetingId: input.meetingId }, input)
      return redirectWithNotice(paths.teachingEdition(editionId), `‘${input.title}’ staat erbij.`)
    }
    await removeHandout(database(), actor, { editionId, handoutId: input.handoutId })
    return redirectWithNotice(paths.teachingEdition(editionId), 'De hand-out is weggehaald.')
  })
}

export default function TaughtEdition() {
  const { edition, meetings, participants, handouts, over, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const absent = participants.filter(({ absences }) => absences.length > 0).length
  return (
    <Page
      title={edition.title}
      eyebrow={`Uitvoering ${edition.code}`}
      back={{ href: paths.teaching(), label: 'Lesgeven' }}
      act={
        <LinkButton
          kind={over && edition.status !== 'closed' ? 'act' : 'secondary'}
          href={paths.closeEdition(edition.id)}
        >
          {edition.status === 'closed' ? 'Bekijk de afronding' : 'Afronden'}
        </LinkButton>
      }
    >
      <TitleBlock
        cells={[
          {
            label: 'Stand',
            value: (
              <StateBadge tone={editionStatusTones[edition.status]}>
                {editionStatusWords[edition.status]}
              </StateBadge>
            ),
          },
          {
            label: 'Wanneer',
            value:
              edition.startsAt && edition.endsAt
                ? formatDayRange(edition.startsAt, edition.endsAt)
                : 'nog geen datum',
          },
          { label: 'Plekken', value: `${edition.placesHeld} van ${edition.capacity}` },
          { label: 'Wachtlijst', value: edition.waiting },
          { label: 'Nodig', value: `${edition.minimumAttendancePercent}% aanwezig` },
        ]}
      />
      <Section
        title="Bijeenkomsten"
        ruled
        act={
          edition.test === 'organiser' && (
            <LinkButton small kind="secondary" href={paths.testResults(edition.id)}>
              Uitslagen van de toets
            </LinkButton>
          )
        }
      >
        <TaughtMeetings meetings={meetings} now={now} />
      </Section>
      <Section
        title="Deelnemers"
        ruled
        act={
          <>
            <LinkButton small kind="secondary" href={paths.writeMessage(edition.id)}>
              Schrijf een bericht
            </LinkButton>
            <LinkButton small kind="quiet" href={paths.sentMails(edition.id)}>
              Verstuurd
            </LinkButton>
          </>
        }
        intro={
          absent > 0
            ? `${absent === 1 ? 'Eén deelnemer meldde' : `${absent} deelnemers meldden`} van tevoren niet te kunnen.`
            : 'Telefoonnummers zijn voor de dag zelf. Alleen jij, de andere trainers en de coördinator zien ze.'
        }
      >
        <TaughtParticipants participants={participants} meetings={meetings} withMeal={edition.hasMeal} />
      </Section>
      {over && (
        <Section title="Evaluatie" ruled>
          <p>
            <TextLink href={paths.taughtEvaluation(edition.id)} onward>
              Wat vonden de deelnemers?
            </TextLink>
          </p>
        </Section>
      )}
      <Handouts handouts={handouts} meetings={meetings} lastResult={reply?.result} />
    </Page>
  )
}
