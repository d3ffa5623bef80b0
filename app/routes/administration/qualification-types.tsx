import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { termWords } from '#app/features/qualifications/dossier-texts.ts'
import { listManagedTypes } from '#app/features/qualifications/type-queries.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatNumber } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Soorten bewijzen' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'qualification-type.manage')
  return { types: await listManagedTypes(database()) }
}

export default function QualificationTypes() {
  const { types } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Soorten bewijzen"
      intro="Wat mensen in hun dossier kunnen zetten, hoe lang het geldig is en waar dat op rust."
      back={{ href: paths.desk(), label: 'Beheer' }}
      act={<LinkButton href={paths.newType()}>Nieuwe soort</LinkButton>}
    >
      <Table
        caption="Soorten bewijzen"
        rows={types}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'title',
            label: 'Soort',
            heading: true,
            cell: ({ code, title }) => <a href={paths.manageType(code)}>{title}</a>,
          },
          { key: 'term', label: 'Termijn nu', cell: termWords },
          {
            key: 'remind',
            label: 'Waarschuwen',
            cell: ({ remindMonthsBefore }) =>
              remindMonthsBefore.length > 0 ? `${remindMonthsBefore.join(', ')} mnd ervoor` : '–',
          },
          {
            key: 'papers',
            label: 'In dossiers',
            align: 'end',
            cell: ({ papers }) => formatNumber(papers),
          },
          {
            key: 'state',
            label: 'Keuzelijst',
            cell: ({ retiredAt }) =>
              retiredAt ? (
                <StateBadge tone="neutral">niet meer</StateBadge>
              ) : (
                <StateBadge tone="ok">ja</StateBadge>
              ),
          },
        ]}
      />
    </Page>
  )
}
