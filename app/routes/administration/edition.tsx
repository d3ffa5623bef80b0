import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { editionStatusTones, editionStatusWords } from '#app/features/catalogue/catalogue-texts.ts'
import { openEdition } from '#app/features/catalogue/change-edition.server.ts'
import { ManagedMeetings } from '#app/features/catalogue/components/managed-meetings.tsx'
import { editionActForm } from '#app/features/catalogue/edition-form.ts'
import {
  findManagedEdition,
  listManagedMeetings,
} from '#app/features/catalogue/edition-management-queries.server.ts'
import { freePeriodWarning } from '#app/features/catalogue/edition-texts.ts'
import { listMeetingsInFreePeriods } from '#app/features/catalogue/free-periods.server.ts'
import { DecisionSheet } from '#app/features/enrolment/components/decision-sheet.tsx'
import { findDecision } from '#app/features/enrolment/decide-queries.server.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { letEditionGoAhead } from '#app/features/enrolment/let-edition-go-ahead.server.ts'
import { paths } from '#app/paths.ts'
import { now, today } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear, formatList, formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.edition.title}, ${data.edition.code}` : 'Uitvoering' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const edition = orNotFound(await findManagedEdition(db, idFrom(args.params.id)))
  const [meetings, decision] = await Promise.all([
    listManagedMeetings(db, edition.id),
    findDecision(db, edition.id),
  ])
  const inFreePeriods = await listMeetingsInFreePeriods(db, meetings)
  const warnings = inFreePeriods.map(({ day, period }) => freePeriodWarning(day, period))
  return { now: now(), edition, meetings, warnings, decision, today: today() }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const editionId = idFrom(args.params.id)
  return submit(args.request, editionActForm, async ({ act }) => {
    if (act === 'go-ahead') {
      const { told, waiting } = await letEditionGoAhead(database(), actor, { id: editionId })
      return redirectWithNotice(paths.manageEdition(editionId), enrolmentTexts.goesAhead(told, waiting))
    }
    await openEdition(database(), actor, editionId)
    return redirectWithNotice(paths.manageEdition(editionId), 'De inschrijving is open.')
  })
}

export default function ManagedEdition() {
  const { now, edition, meetings, warnings, decision, today } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  const over = edition.status === 'cancelled' || edition.status === 'closed'
  return (
    <Page
      title={edition.title}
      eyebrow={`Uitvoering ${edition.code}`}
      back={{ href: paths.manageEditions(), label: 'Uitvoeringen' }}
      act={<LinkButton href={paths.manageParticipants(edition.id)}>Deelnemers</LinkButton>}
    >
      {refused && <Notice kind="stop">{refused}</Notice>}
      {warnings.length > 0 && (
        <Notice kind="warn" title="Let op de vakanties">
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
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
          { label: 'Plekken', value: `${edition.placesHeld} van ${edition.capacity}` },
          { label: 'Wachtlijst', value: edition.waiting },
          { label: 'Minimum', value: edition.minimum },
          { label: 'Beslisdag', value: edition.decideOn ? formatDayYear(edition.decideOn) : 'geen' },
        ]}
      />
      {edition.status === 'planned' && (
        <Form bare>
          <Button>Zet de inschrijving open</Button>
        </Form>
      )}
      {decision && <DecisionSheet decision={decision} today={today} />}
      {edition.cancelledReason && <Notice kind="stop">Gaat niet door: {edition.cancelledReason}</Notice>}
      <Section
        title="Bijeenkomsten"
        ruled
        act={
          !over && (
            <LinkButton kind="quiet" href={paths.addMeeting(edition.id)}>
              Bijeenkomst toevoegen
            </LinkButton>
          )
        }
      >
        <ManagedMeetings meetings={meetings} changeable={!over} now={now} />
      </Section>
      <Section title="Afspraken" ruled>
        <DefinitionList
          items={[
            { term: 'Trainers', value: formatList(edition.trainers.map(({ name }) => name)) || 'nog geen' },
            {
              term: 'Inschrijven tot',
              value: edition.enrolUntil ? formatMoment(edition.enrolUntil) : 'de eerste bijeenkomst',
            },
            { term: 'Afmelden tot', value: edition.leaveUntil ? formatMoment(edition.leaveUntil) : 'altijd' },
            { term: 'Maaltijd', value: edition.hasMeal ? 'ja, dieetwensen worden gevraagd' : 'nee' },
            { term: 'Voor de deelnemers', value: edition.participantsNote || 'niets' },
          ]}
        />
        <Acts>
          {!over && (
            <>
              <LinkButton kind="secondary" href={paths.changeEdition(edition.id)}>
                Wijzig afspraken
              </LinkButton>
              <LinkButton kind="secondary" href={paths.changeCapacity(edition.id)}>
                Wijzig plekken
              </LinkButton>
            </>
          )}
          <LinkButton kind="secondary" href={paths.copyEdition(edition.id)}>
            Nog een keer plannen
          </LinkButton>
          <LinkButton kind="secondary" href={paths.editionEvaluation(edition.id)}>
            Evaluatie
          </LinkButton>
          <LinkButton kind="secondary" href={paths.writeMessage(edition.id)}>
            Schrijf een bericht
          </LinkButton>
          <LinkButton kind="secondary" href={paths.sentMails(edition.id)}>
            Verstuurd
          </LinkButton>
          <LinkButton kind="secondary" href={paths.teachingEdition(edition.id)}>
            Presentie en afronden
          </LinkButton>
          {!over && !decision && (
            <LinkButton kind="danger" href={paths.cancelEdition(edition.id)}>
              Laat niet doorgaan
            </LinkButton>
          )}
        </Acts>
      </Section>
    </Page>
  )
}
