import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { isOpen } from '#app/features/enrolment/enrolment.ts'
import { approvalWords, originWords, statusWords } from '#app/features/enrolment/enrolment-texts.ts'
import { findManagedEnrolment } from '#app/features/enrolment/participants-queries.server.ts'
import { findWaitingPosition } from '#app/features/enrolment/waiting-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Inschrijving' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const db = database()
  const enrolment = orNotFound(await findManagedEnrolment(db, idFrom(args.params.id)))
  const running = enrolment.editionStatus !== 'cancelled' && enrolment.editionStatus !== 'closed'
  return {
    enrolment,
    position: await findWaitingPosition(db, enrolment.id),
    changeable: running && isOpen(enrolment.status),
  }
}

export default function ManagedEnrolment() {
  const { enrolment, position, changeable } = useLoaderData<typeof loader>()
  const { id, status, name } = enrolment
  return (
    <Page
      title={name}
      eyebrow={`${enrolment.title}, ${enrolment.code}`}
      back={{ href: paths.manageParticipants(enrolment.editionId), label: 'Deelnemers' }}
      act={
        changeable &&
        enrolment.approval === 'pending' && (
          <LinkButton href={paths.decideEnrolment(id)}>Beslis voor het team</LinkButton>
        )
      }
    >
      <TitleBlock
        cells={[
          {
            label: 'Stand',
            value: <StateBadge tone={statusWords[status].tone}>{statusWords[status].word}</StateBadge>,
          },
          ...(position > 0 ? [{ label: 'Op de wachtlijst', value: `plaats ${position}` }] : []),
          { label: 'Goedkeuring', value: approvalWords[enrolment.approval] },
          { label: 'Telefoon', value: enrolment.telephone ?? 'niet opgegeven' },
        ]}
      />
      <Section title="Over deze inschrijving" ruled>
        <DefinitionList
          items={[
            {
              term: 'Wie',
              value: <a href={paths.managePerson(enrolment.personId)}>{name}</a>,
            },
            {
              term: 'Namens',
              value:
                [enrolment.organisation, enrolment.team].filter(Boolean).join(', ') || 'geen school bekend',
            },
            {
              term: 'Ingeschreven',
              value: `${formatMoment(enrolment.createdAt)}, ${originWords[enrolment.origin]}`,
            },
            { term: 'Stand sinds', value: formatMoment(enrolment.statusChangedAt) },
            ...(enrolment.statusReason ? [{ term: 'Reden', value: enrolment.statusReason }] : []),
            { term: 'Dieetwensen', value: enrolment.dietaryWishes ?? 'geen' },
            { term: 'Opmerking', value: enrolment.note ?? 'geen' },
          ]}
        />
        <Acts>
          {changeable && (
            <>
              <LinkButton kind="secondary" href={paths.moveEnrolment(id)}>
                Naar een andere uitvoering
              </LinkButton>
              <LinkButton kind="danger" href={paths.takeAwayPlace(id)}>
                Haal uit de lijst
              </LinkButton>
            </>
          )}
          <LinkButton kind="secondary" href={`${paths.journal()}?over=enrolment&nummer=${id}`}>
            In het journaal
          </LinkButton>
        </Acts>
      </Section>
    </Page>
  )
}
