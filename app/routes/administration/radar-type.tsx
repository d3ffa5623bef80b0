import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { planRenewals } from '#app/features/dossier/plan-renewals.server.ts'
import { planRenewalsForm } from '#app/features/dossier/radar-form.ts'
import { listRadarPeople } from '#app/features/dossier/radar-queries.server.ts'
import { radarTexts as texts } from '#app/features/dossier/radar-texts.ts'
import { listOfferingsThatLeadTo } from '#app/features/interest/wish-queries.server.ts'
import { findManagedType } from '#app/features/qualifications/type-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount, formatDayYear, formatFullDay } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'
import { untilFrom } from './radar.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wat er verloopt' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'renewal.plan')
  const db = database()
  const { code, title } = orNotFound(await findManagedType(db, args.params.code ?? ''))
  const until = untilFrom(args.request)
  const [people, offerings] = await Promise.all([
    listRadarPeople(db, code, until),
    listOfferingsThatLeadTo(db, [code]),
  ])
  return { code, title, until, people, offerings }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'renewal.plan')
  const db = database()
  const { code } = orNotFound(await findManagedType(db, args.params.code ?? ''))
  const until = untilFrom(args.request)
  return submit(args.request, planRenewalsForm, async (input) => {
    const { people } = await planRenewals(db, actor, { typeCode: code, until }, input)
    return redirectWithNotice(paths.manageOfferingInterest(input.offeringId), texts.planned(people))
  })
}

export default function RadarOfType() {
  const { title, until, people, offerings } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title={title}
      eyebrow={`Verloopt vóór ${formatFullDay(until)}`}
      intro={
        people.length > 0
          ? `${formatCount(people.length, 'persoon moet', 'mensen moeten')} dit opnieuw halen. Plan je het, dan komen ze op de lijst, krijgen ze bericht, en hebben ze vijf dagen als eerste een plek.`
          : undefined
      }
      back={{ href: `${paths.radar()}?voor=${until}`, label: 'Wat er verloopt' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {people.length === 0 ? (
        <EmptyState title="Niemand hoeft dit voor die dag opnieuw te halen.">
          Of wie het moet, is al ingeschreven.
        </EmptyState>
      ) : (
        <>
          <Acts>
            {offerings.map(({ id, title: offering }, index) => (
              <form key={id} method="post">
                <input type="hidden" name="offeringId" value={id} />
                <Button kind={index === 0 ? 'act' : 'secondary'}>{`Plan: ${offering}`}</Button>
              </form>
            ))}
            {offerings.length === 0 && (
              <LinkButton href={paths.newOffering()}>Maak er aanbod voor</LinkButton>
            )}
          </Acts>
          <Table
            caption="Wie het opnieuw moet halen"
            rows={people}
            rowKey={({ personId }) => personId}
            columns={[
              {
                key: 'name',
                label: 'Naam',
                heading: true,
                cell: ({ personId, name }) => <a href={paths.managePerson(personId)}>{name}</a>,
              },
              { key: 'school', label: 'School', cell: ({ organisation }) => organisation },
              {
                key: 'last',
                label: 'Geldig tot en met',
                nowrap: true,
                cell: ({ lastDay }) => formatDayYear(lastDay),
              },
            ]}
          />
        </>
      )}
    </Page>
  )
}
