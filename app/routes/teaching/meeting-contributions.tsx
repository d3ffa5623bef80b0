import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { Proposals } from '#app/features/contributions/components/proposals.tsx'
import { RecordForm } from '#app/features/contributions/components/record-form.tsx'
import { RecordedLines } from '#app/features/contributions/components/recorded-lines.tsx'
import { recordContributionForm, withdrawForm } from '#app/features/contributions/contribution-form.ts'
import {
  listContributionsOf,
  listContributors,
} from '#app/features/contributions/contribution-queries.server.ts'
import { contributionTexts as texts } from '#app/features/contributions/contribution-texts.ts'
import {
  findMeetingSource,
  listProposals,
} from '#app/features/contributions/meeting-contribution-queries.server.ts'
import { readProposals } from '#app/features/contributions/proposal-form.ts'
import {
  confirmProposals,
  recordContribution,
  whyNothingToRecord,
} from '#app/features/contributions/record-meeting-contributions.server.ts'
import {
  confirmContribution,
  withdrawContribution,
} from '#app/features/contributions/withdraw-contribution.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, readFormData, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatMinutes, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Wat brachten bedrijven in?' }]

async function authorised(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeetingSource(database(), idFrom(args.params.id)))
  authorize(actor, 'contribution.record', { editionId: meeting.editionId, meetingId: meeting.id })
  return { actor, meeting }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, meeting } = await authorised(args)
  const db = database()
  const notNow = whyNothingToRecord(meeting) ?? null
  const [lines, proposals, organisations] = await Promise.all([
    listContributionsOf(db, { kind: 'meeting', id: meeting.id }),
    notNow ? [] : listProposals(db, meeting),
    notNow ? [] : listContributors(db),
  ])
  return {
    meeting,
    notNow,
    lines: lines.map((line) => ({ ...line, mayWithdraw: can(actor, 'contribution.withdraw', line) })),
    proposals,
    organisations,
    once: randomUUID(),
    isCoordinator: can(actor, 'contribution.manage'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, meeting } = await authorised(args)
  const db = database()
  const form = await readFormData(args.request)
  const back = paths.meetingContributions(meeting.id)
  const act = form.get('act')
  if (act === 'confirm-proposals') {
    const { amounts, typed, wrong } = readProposals(form, await listProposals(db, meeting))
    if (wrong) return data({ typed, result: undefined, withdrawing: null }, 422)
    const recorded = await confirmProposals(db, actor, meeting.id, amounts)
    return redirectWithNotice(back, texts.recorded(recorded))
  }
  const own = (lines: { id: number }[], id: number) => orNotFound(lines.find((line) => line.id === id)).id
  if (act === 'withdraw' || act === 'confirm') {
    const lines = await listContributionsOf(db, { kind: 'meeting', id: meeting.id })
    if (act === 'confirm') {
      await confirmContribution(db, actor, own(lines, idFrom(String(form.get('id')))))
      return redirectWithNotice(back, 'De regel blijft staan.')
    }
    const reply = await submit(form, withdrawForm, async ({ id, reason }) => {
      await withdrawContribution(db, actor, own(lines, id), { reason })
      return redirectWithNotice(back, texts.withdrawn)
    })
    if (reply instanceof Response) return reply
    return data({ typed: undefined, result: reply.data.result, withdrawing: Number(form.get('id')) }, 422)
  }
  const reply = await submit(form, recordContributionForm, async (input) => {
    const isNew = await recordContribution(db, actor, meeting.id, input)
    return redirectWithNotice(back, texts.recorded(isNew ? 1 : 0))
  })
  return reply instanceof Response
    ? reply
    : data({ typed: undefined, result: reply.data.result, withdrawing: null }, 422)
}

export default function MeetingContributions() {
  const { meeting, notNow, lines, proposals, organisations, once, isCoordinator } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const withdrawing = reply?.withdrawing ?? null
  const { title, startsAt, endsAt, minutes, editionId } = meeting
  return (
    <Page
      title="Wat brachten bedrijven in?"
      eyebrow={`${title} · ${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)} · ${formatMinutes(minutes)} zonder pauzes`}
      intro="Uren van een trainer, een hal, machines, materiaal. Het bedrijf krijgt één keer per maand een link om ervoor te tekenen."
      back={
        isCoordinator
          ? { href: paths.manageEdition(editionId), label: 'Uitvoering' }
          : { href: paths.teaching(), label: 'Lesgeven' }
      }
      act={
        isCoordinator && (
          <LinkButton kind="secondary" href={paths.manageContributions()}>
            Alle bijdragen
          </LinkButton>
        )
      }
    >
      {notNow && <Notice kind="info">{notNow}</Notice>}
      {proposals.length > 0 && (
        <Section title="Dit zien we al" ruled>
          <Proposals proposals={proposals} typed={reply?.typed} />
        </Section>
      )}
      <Section title="Vastgelegd" ruled>
        {lines.length === 0 ? (
          <EmptyState title="Nog niets">
            Hier komt wat bedrijven en partners bij deze bijeenkomst inbrachten.
          </EmptyState>
        ) : (
          <RecordedLines
            lines={lines}
            refused={withdrawing ? { id: withdrawing, error: firstError(reply?.result) ?? '' } : undefined}
          />
        )}
      </Section>
      {!notNow && (
        <Section title="Iets anders toevoegen" ruled>
          <RecordForm
            organisations={organisations}
            once={once}
            lastResult={withdrawing ? undefined : reply?.result}
            main={proposals.length === 0}
          />
        </Section>
      )}
    </Page>
  )
}
