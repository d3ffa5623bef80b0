import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import {
  listManagedOrganisations,
  listOpenSuggestions,
  listTowns,
  organisationsAPage,
} from '#app/features/organisations/managed-organisations-queries.server.ts'
import { organisationKinds, organisationKindWords } from '#app/features/organisations/organisation-texts.ts'
import { paths } from '#app/paths.ts'
import { choiceFrom, pageFrom, withPage, wordsFrom } from '#app/platform/search-params.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { capitalise, formatCount, formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Organisaties' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const params = new URL(args.request.url).searchParams
  const filter = {
    words: wordsFrom(params, 'zoek'),
    kind: choiceFrom(params, 'soort', organisationKinds),
    town: wordsFrom(params, 'plaats'),
    page: pageFrom(params),
  }
  const [found, towns, suggestions] = await Promise.all([
    listManagedOrganisations(db, filter),
    listTowns(db),
    listOpenSuggestions(db),
  ])
  return { filter, ...found, pages: Math.ceil(found.total / organisationsAPage), towns, suggestions }
}

export default function Organisations() {
  const { filter, organisations, total, pages, towns, suggestions } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const filtered = Boolean(filter.words || filter.kind || filter.town)
  return (
    <Page
      title="Organisaties"
      back={{ href: paths.desk(), label: 'Beheer' }}
      act={<LinkButton href={paths.newOrganisation()}>Nieuwe organisatie</LinkButton>}
    >
      {suggestions.length > 0 && (
        <Notice
          kind="warn"
          title={`${formatCount(suggestions.length, 'school staat', 'scholen staan')} er volgens iemand niet bij`}
        >
          <ul>
            {suggestions.map((one) => (
              <li key={one.id}>
                <a href={paths.linkSuggestion(one.id)}>{`${one.name}, ${one.town}`}</a>, van {one.personName}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <FilterBar label="de organisaties" clearHref={filtered ? paths.manageOrganisations() : undefined}>
        <TextField field={filterField('zoek', filter.words)} label="Zoek op naam of plaats" type="search" />
        <SelectField
          field={filterField('soort', filter.kind)}
          label="Soort"
          empty="Alle soorten"
          choices={organisationKinds.map((kind) => ({
            value: kind,
            label: capitalise(organisationKindWords[kind]),
          }))}
        />
        <SelectField
          field={filterField('plaats', filter.town)}
          label="Plaats"
          empty="Alle plaatsen"
          choices={towns.map((town) => ({ value: town, label: town }))}
        />
      </FilterBar>
      {organisations.length === 0 ? (
        <EmptyState title="Niets gevonden">Zoek met een ander woord, of wis de filters.</EmptyState>
      ) : (
        <>
          <p>{formatCount(total, 'organisatie', 'organisaties')}</p>
          <Table
            caption="Organisaties"
            rows={organisations}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: 'Naam',
                heading: true,
                cell: (row) => <a href={paths.manageOrganisation(row.id)}>{row.name}</a>,
              },
              { key: 'town', label: 'Plaats', cell: (row) => row.town },
              {
                key: 'kinds',
                label: 'Soort',
                cell: (row) => formatList(row.kinds.map((kind) => organisationKindWords[kind])),
              },
              { key: 'partner', label: 'Partner', cell: (row) => (row.isPartner ? 'ja' : 'nee') },
              { key: 'teams', label: 'Teams', align: 'end', cell: (row) => row.teams },
              { key: 'people', label: 'Mensen', align: 'end', cell: (row) => row.people },
            ]}
          />
          <Pagination page={filter.page} pages={pages} href={(page) => withPage(search, page)} />
        </>
      )}
    </Page>
  )
}
