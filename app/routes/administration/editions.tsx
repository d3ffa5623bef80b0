import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { editionStatusWords } from '#app/features/catalogue/catalogue-texts.ts'
import { EditionTable } from '#app/features/catalogue/components/edition-table.tsx'
import {
  editionsAPage,
  listManagedEditions,
} from '#app/features/catalogue/edition-management-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { parseDay } from '#app/platform/dates.ts'
import { choiceFrom, pageFrom, withPage, wordsFrom } from '#app/platform/search-params.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Uitvoeringen' }]

const statuses = ['planned', 'open', 'going_ahead', 'cancelled', 'closed'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const params = new URL(args.request.url).searchParams
  const typedFrom = params.get('vanaf')
  const toClose = params.get('stand') === 'geweest'
  const filter = {
    words: wordsFrom(params, 'zoek'),
    status: choiceFrom(params, 'stand', statuses),
    toClose,
    // Without a choice: what is still to come. An emptied field shows the past as well.
    from: typedFrom === null && !toClose ? today() : parseDay(typedFrom ?? ''),
    page: pageFrom(params),
  }
  const found = await listManagedEditions(database(), filter)
  return { filter, ...found, pages: Math.ceil(found.total / editionsAPage) }
}

export default function ManagedEditions() {
  const { filter, editions, total, pages } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <Page
      title="Uitvoeringen"
      back={{ href: paths.desk(), label: 'Beheer' }}
      intro="Alle data, met hoe vol ze zijn. Een nieuwe datum plan je bij het aanbod zelf."
    >
      <FilterBar label="de uitvoeringen" clearHref={search ? paths.manageEditions() : undefined}>
        <TextField field={filterField('zoek', filter.words)} label="Zoek op titel" type="search" />
        <SelectField
          field={filterField('stand', filter.toClose ? 'geweest' : filter.status)}
          label="Stand"
          empty="Alles"
          choices={[
            ...statuses.map((status) => ({ value: status, label: editionStatusWords[status] })),
            { value: 'geweest', label: 'geweest, nog niet afgerond' },
          ]}
        />
        <DateField field={filterField('vanaf', filter.from)} label="Vanaf" />
      </FilterBar>
      {editions.length === 0 ? (
        <EmptyState title="Niets gevonden">Kies een eerdere datum, of wis de filters.</EmptyState>
      ) : (
        <>
          <p>{formatCount(total, 'uitvoering', 'uitvoeringen')}</p>
          <EditionTable editions={editions} />
          <Pagination page={filter.page} pages={pages} href={(page) => withPage(search, page)} />
        </>
      )}
    </Page>
  )
}
