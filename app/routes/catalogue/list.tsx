import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Subscribe } from '#app/features/agenda/components/subscribe.tsx'
import { filterQuery, isFiltered, lastingFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { readCatalogueFilter } from '#app/features/catalogue/catalogue-form.ts'
import {
  findCatalogueChoices,
  listOfferings,
  pageSize,
} from '#app/features/catalogue/catalogue-queries.server.ts'
import { catalogueTexts } from '#app/features/catalogue/catalogue-texts.ts'
import { CatalogueFilters } from '#app/features/catalogue/components/catalogue-filters.tsx'
import { NothingFound } from '#app/features/catalogue/components/nothing-found.tsx'
import { OfferingList } from '#app/features/catalogue/components/offering-row.tsx'
import { ViewChoice } from '#app/features/catalogue/components/view-choice.tsx'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now } from '#app/platform/clock.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { database } from '#db/client.server.ts'
import styles from './list.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const question = readCatalogueFilter(query)
  // A form sends its empty fields along; the address to share says only what is asked.
  if ([...query.values()].includes('') && Object.keys(question.problems).length === 0) {
    throw redirect(paths.catalogue() + filterQuery(question.filter))
  }
  const [found, choices] = await Promise.all([
    listOfferings(database(), question.filter),
    findCatalogueChoices(database()),
  ])
  // Past the last page, as when the offer has shrunk since the address was shared.
  if (found.rows.length === 0 && question.filter.page > 1) {
    throw redirect(paths.catalogue() + filterQuery({ ...question.filter, page: 1 }))
  }
  const pages = Math.max(1, Math.ceil(found.total / pageSize))
  const calendar = fullAddress(paths.catalogueCalendar() + filterQuery(lastingFilter(question.filter)))
  return { ...found, question, choices, pages, at: now(), calendar, address: fullAddress(paths.catalogue()) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: 'Aanbod', description: catalogueTexts.description, address: data?.address })

export default function Catalogue() {
  const { rows, total, approximate, question, choices, pages, at, calendar } = useLoaderData<typeof loader>()
  const { filter } = question
  return (
    <Page title="Aanbod" intro={catalogueTexts.intro}>
      <CatalogueFilters question={question} choices={choices} action={paths.catalogue()} />
      <div className={styles.results}>
        <div className={styles.bar}>
          <p role="status">
            {approximate ? catalogueTexts.approximate(filter.search) : catalogueTexts.found(total)}
          </p>
          <ViewChoice current="list" filter={filter} />
        </div>
        {rows.length > 0 ? (
          <OfferingList rows={rows} at={at} />
        ) : (
          <NothingFound filtered={isFiltered(filter)} search={filter.search} href={paths.catalogue()} />
        )}
        <Pagination
          page={filter.page}
          pages={pages}
          href={(page) => paths.catalogue() + filterQuery({ ...filter, page })}
        />
        <Subscribe address={calendar} />
      </div>
    </Page>
  )
}
