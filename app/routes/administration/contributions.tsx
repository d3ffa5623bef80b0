import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { ContributionFilters } from '#app/features/contributions/components/contribution-filters.tsx'
import { ContributionTable } from '#app/features/contributions/components/contribution-table.tsx'
import { ContributionTotals } from '#app/features/contributions/components/contribution-totals.tsx'
import { contributionFilterFrom, contributionQuery } from '#app/features/contributions/contribution-filter.ts'
import {
  contributionsPerPage,
  listContributionMonths,
  listContributions,
  listOrganisationsWithContributions,
  listProjects,
  totalContributions,
} from '#app/features/contributions/contribution-queries.server.ts'
import { rounding } from '#app/features/contributions/contribution-texts.ts'
import { paths } from '#app/paths.ts'
import { pageFrom, withPage } from '#app/platform/search-params.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bijdragen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  const params = new URL(args.request.url).searchParams
  const filter = contributionFilterFrom(params)
  const page = pageFrom(params)
  const db = database()
  const [lines, totals, organisations, projects, months] = await Promise.all([
    listContributions(db, filter, page),
    totalContributions(db, filter),
    listOrganisationsWithContributions(db),
    listProjects(db),
    listContributionMonths(db),
  ])
  const years = [...new Set(months.map(schoolYearOfMonth))]
  const pages = Math.ceil(totals.rows / contributionsPerPage)
  return { filter, page, pages, lines, totals, organisations, projects, months, years }
}

const schoolYearOfMonth = (month: string) => Number(month.slice(0, 4)) - (month.slice(5) >= '08' ? 0 : 1)

export default function Contributions() {
  const { filter, page, pages, lines, totals, ...choices } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const query = contributionQuery(filter)
  return (
    <Page
      title="Bijdragen"
      intro="Wat bedrijven en partners inbrengen. Wat getekend is, telt als cofinanciering."
      back={{ href: paths.desk(), label: 'Beheer' }}
      act={<LinkButton href={paths.contributionSigners()}>Links naar bedrijven</LinkButton>}
    >
      <ContributionFilters filter={filter} {...choices} />
      <ContributionTotals totals={totals} filter={filter} />
      {lines.length === 0 ? (
        <EmptyState title={query ? 'Niets gevonden met deze filters.' : 'Er is nog niets vastgelegd.'}>
          Trainers en coördinatoren leggen bij een bijeenkomst vast wat een bedrijf inbracht.
        </EmptyState>
      ) : (
        <>
          <p>{formatCount(totals.rows, 'regel', 'regels')}, de laatste dag bovenaan.</p>
          <ContributionTable lines={lines} caption="Bijdragen, de laatste dag bovenaan" />
          <Pagination page={page} pages={pages} href={(to) => withPage(search, to)} />
          <Acts>
            <LinkButton kind="secondary" href={`${paths.exportList('bijdragen', 'xlsx')}${query}`}>
              Download als Excel
            </LinkButton>
            <LinkButton kind="secondary" href={`${paths.exportList('bijdragen', 'csv')}${query}`}>
              Download als CSV
            </LinkButton>
          </Acts>
        </>
      )}
      <p>
        {rounding} <a href={paths.contributionRates()}>Bekijk of wijzig het tarief</a>.
      </p>
    </Page>
  )
}
