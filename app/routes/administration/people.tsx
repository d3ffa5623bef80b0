import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listOrganisationsForChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { organisationKinds } from '#app/features/organisations/organisation-texts.ts'
import { PeopleTable } from '#app/features/people/components/people-table.tsx'
import { listManagedPeople, peopleAPage } from '#app/features/people/managed-people-queries.server.ts'
import {
  membershipRoles,
  membershipRoleWords,
  regionRoles,
  regionRoleWords,
} from '#app/features/people/membership-texts.ts'
import { paths } from '#app/paths.ts'
import { choiceFrom, idOf, pageFrom, withPage, wordsFrom } from '#app/platform/search-params.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mensen' }]

const roleWords = { ...membershipRoleWords, ...regionRoleWords }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const db = database()
  const params = new URL(args.request.url).searchParams
  const filter = {
    words: wordsFrom(params, 'zoek'),
    role: choiceFrom(params, 'rol', [...membershipRoles, ...regionRoles]),
    organisationId: idOf(params, 'organisatie'),
    closed: params.get('stand') === 'afgesloten',
    page: pageFrom(params),
  }
  const [found, organisations] = await Promise.all([
    listManagedPeople(db, filter),
    listOrganisationsForChoice(db, { kinds: [...organisationKinds] }),
  ])
  return {
    filter,
    ...found,
    pages: Math.ceil(found.total / peopleAPage),
    organisations: organisations.map(({ id, name, town }) => ({ value: id, label: `${name}, ${town}` })),
    mayImport: can(actor, 'person.import'),
    mayMerge: can(actor, 'person.merge'),
  }
}

export default function People() {
  const { filter, people, total, pages, organisations, mayImport, mayMerge } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const filtered = Boolean(filter.words || filter.role || filter.organisationId || filter.closed)
  return (
    <Page
      title="Mensen"
      back={{ href: paths.desk(), label: 'Beheer' }}
      act={<LinkButton href={paths.newPerson()}>Nieuwe persoon</LinkButton>}
    >
      <FilterBar label="de mensen" clearHref={filtered ? paths.managePeople() : undefined}>
        <TextField field={filterField('zoek', filter.words)} label="Naam, adres of school" type="search" />
        <SelectField
          field={filterField('rol', filter.role)}
          label="Rol"
          empty="Alle rollen"
          choices={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          field={filterField('organisatie', filter.organisationId?.toString())}
          label="Organisatie"
          empty="Alle organisaties"
          choices={organisations}
        />
        <SelectField
          field={filterField('stand', filter.closed ? 'afgesloten' : '')}
          label="Account"
          empty="Open"
          choices={[{ value: 'afgesloten', label: 'Afgesloten' }]}
        />
      </FilterBar>
      {people.length === 0 ? (
        <EmptyState title="Niemand gevonden">
          {filtered
            ? 'Zoek met een ander woord, of wis de filters.'
            : 'Voeg iemand toe, of lees een lijst in.'}
        </EmptyState>
      ) : (
        <>
          <p>{formatCount(total, 'persoon', 'mensen')}</p>
          <PeopleTable people={people} />
          <Pagination page={filter.page} pages={pages} href={(page) => withPage(search, page)} />
        </>
      )}
      {(mayImport || mayMerge) && (
        <Acts>
          {mayImport && (
            <LinkButton kind="secondary" href={paths.importPeople()}>
              Lijst inlezen
            </LinkButton>
          )}
          {mayMerge && (
            <LinkButton kind="secondary" href={paths.mergePeople()}>
              Twee accounts samenvoegen
            </LinkButton>
          )}
        </Acts>
      )}
    </Page>
  )
}
