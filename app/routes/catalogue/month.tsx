import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMonth } from '#app/features/catalogue/calendar-queries.server.ts'
import { filterQuery } from '#app/features/catalogue/catalogue-filter.ts'
import { readCatalogueFilter, readMonth } from '#app/features/catalogue/catalogue-form.ts'
import { findCatalogueChoices } from '#app/features/catalogue/catalogue-queries.server.ts'
import { catalogueTexts } from '#app/features/catalogue/catalogue-texts.ts'
import { CatalogueFilters } from '#app/features/catalogue/components/catalogue-filters.tsx'
import { MonthCalendar, MonthChoice } from '#app/features/catalogue/components/month-calendar.tsx'
import { ViewChoice } from '#app/features/catalogue/components/view-choice.tsx'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { addMonths } from '#app/platform/dates.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatMonth } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import styles from './list.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const month = readMonth(query.get('maand')) ?? `${today().slice(0, 7)}-01`
  // The month is the period: the dates of a list have no say here.
  for (const name of ['maand', 'vanaf', 'tot']) query.delete(name)
  const question = readCatalogueFilter(query)
  if ([...query.values()].includes('')) {
    throw redirect(paths.catalogueMonth() + filterQuery(question.filter, { maand: month.slice(0, 7) }))
  }
  const [days, choices] = await Promise.all([
    listMonth(database(), month, question.filter),
    findCatalogueChoices(database()),
  ])
  return {
    days,
    choices,
    question,
    month,
    // As far away as `readMonth` goes.
    previous: readMonth(addMonths(month, -1).slice(0, 7)) ?? null,
    next: readMonth(addMonths(month, 1).slice(0, 7)) ?? null,
    today: today(),
    at: now(),
    address: fullAddress(paths.catalogueMonth()),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data ? `Aanbod in ${formatMonth(data.month)}` : 'Aanbod',
    description: catalogueTexts.description,
    address: data?.address,
  })

export default function CatalogueMonth() {
  const { days, choices, question, month, previous, next, today, at } = useLoaderData<typeof loader>()
  const { filter } = question
  const hrefOf = (day: string) => paths.catalogueMonth() + filterQuery(filter, { maand: day.slice(0, 7) })
  const count = days.reduce((sum, day) => sum + day.meetings.length + day.more, 0)
  return (
    <Page title={`Aanbod in ${formatMonth(month)}`}>
      <CatalogueFilters
        question={question}
        choices={choices}
        action={paths.catalogueMonth()}
        month={month.slice(0, 7)}
      />
      <div className={styles.results}>
        <div className={styles.bar}>
          <MonthChoice previous={previous} next={next} hrefOf={hrefOf} />
          <ViewChoice current="month" filter={filter} />
        </div>
        {count > 0 ? (
          <>
            <p role="status">{catalogueTexts.meetingsFound(count)}</p>
            <MonthCalendar days={days} today={today} at={at} filter={filter} />
          </>
        ) : (
          <EmptyState title={`In ${formatMonth(month)} is er niets`}>
            Kies een andere maand, of haal een filter weg.
          </EmptyState>
        )}
      </div>
    </Page>
  )
}
