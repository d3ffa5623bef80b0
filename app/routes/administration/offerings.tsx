import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { kindWords, offeringStatusWords } from '#app/features/catalogue/catalogue-texts.ts'
import {
  listManagedOfferings,
  offeringsAPage,
} from '#app/features/catalogue/offering-management-queries.server.ts'
import { paths } from '#app/paths.ts'
import { choiceFrom, pageFrom, withPage, wordsFrom } from '#app/platform/search-params.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Aanbod beheren' }]

const statuses = ['draft', 'published', 'archived'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  const params = new URL(args.request.url).searchParams
  const filter = {
    words: wordsFrom(params, 'zoek'),
    status: choiceFrom(params, 'stand', statuses),
    page: pageFrom(params),
  }
  const found = await listManagedOfferings(database(), filter)
  return { filter, ...found, pages: Math.ceil(found.total / offeringsAPage) }
}

export default function ManagedOfferings() {
  const { filter, offerings, total, pages } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const filtered = filter.words !== undefined || filter.status !== undefined
  return (
    <Page
      title="Aanbod"
      back={{ href: paths.desk(), label: 'Beheer' }}
      act={<LinkButton href={paths.newOffering()}>Nieuw aanbod</LinkButton>}
    >
      <FilterBar label="het aanbod" clearHref={filtered ? paths.manageOfferings() : undefined}>
        <TextField field={filterField('zoek', filter.words)} label="Zoek op titel" type="search" />
        <SelectField
          field={filterField('stand', filter.status)}
          label="Stand"
          empty="Alles"
          choices={statuses.map((status) => ({ value: status, label: offeringStatusWords[status] }))}
        />
      </FilterBar>
      {offerings.length === 0 ? (
        <EmptyState title={filtered ? 'Niets gevonden' : 'Nog geen aanbod'}>
          {filtered ? 'Zoek met een ander woord, of wis de filters.' : 'Maak een cursus of workshop aan.'}
        </EmptyState>
      ) : (
        <>
          <p>{formatCount(total, 'titel', 'titels')}</p>
          <Table
            caption="Aanbod"
            rows={offerings}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: 'Titel',
                heading: true,
                cell: (row) => <a href={paths.manageOffering(row.id)}>{row.title}</a>,
              },
              { key: 'kind', label: 'Soort', cell: (row) => kindWords[row.kind] },
              { key: 'organiser', label: 'Door', cell: (row) => row.organiser },
              { key: 'editions', label: 'Komende data', align: 'end', cell: (row) => row.editions ?? 0 },
              {
                key: 'status',
                label: 'Stand',
                cell: (row) => (
                  <StateBadge tone={row.status === 'published' ? 'ok' : 'neutral'}>
                    {offeringStatusWords[row.status]}
                  </StateBadge>
                ),
              },
            ]}
          />
          <Pagination page={filter.page} pages={pages} href={(page) => withPage(search, page)} />
        </>
      )}
    </Page>
  )
}
