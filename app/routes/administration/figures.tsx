import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { FigureChart } from '#app/features/figures/components/figure-chart.tsx'
import { FigureFilters } from '#app/features/figures/components/figure-filters.tsx'
import { FigureMeanings } from '#app/features/figures/components/figure-meanings.tsx'
import { FigureTable, rowsHref } from '#app/features/figures/components/figure-table.tsx'
import { FileLinks } from '#app/features/figures/components/file-links.tsx'
import {
  dimensionFrom,
  dimensionWords,
  filterFrom,
  filterQuery,
  measureFrom,
  measures,
  measureWords,
} from '#app/features/figures/figure.ts'
import {
  listFigureChoices,
  listFigures,
  listYears,
  readFigures,
} from '#app/features/figures/figure-queries.server.ts'
import { figureWords } from '#app/features/figures/figure-texts.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import { pageFrom, withPage } from '#app/platform/search-params.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Cijfers' }]

const linesAPage = 50

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'figures.see')
  const params = new URL(args.request.url).searchParams
  // Without any choice: this school year. A form with everything on 'alle' is a choice too.
  const filter = params.size === 0 ? { year: schoolYearOf(today()) } : filterFrom(params)
  const per = dimensionFrom(params.get('per')) ?? 'project'
  const measure = measureFrom(params.get('teken')) ?? 'minutes'
  const page = pageFrom(params)
  const db = database()
  const { year: _, ...everyYear } = filter
  const part = { most: linesAPage, skip: (page - 1) * linesAPage }
  const [total, found, years, choices] = await Promise.all([
    readFigures(db, filter),
    listFigures(db, filter, per, part),
    per === 'year' ? undefined : listYears(db, everyYear, measure, 20),
    listFigureChoices(db),
  ])
  const pages = Math.ceil(found.total / linesAPage)
  return {
    filter,
    everyYear,
    per,
    measure,
    page,
    pages,
    total,
    lines: found.lines,
    years,
    choices,
  }
}

export default function FiguresPage() {
  const { filter, everyYear, per, measure, page, pages, total, lines, years, choices } =
    useLoaderData<typeof loader>()
  const { search } = useLocation()
  const by = dimensionWords[per].title.toLowerCase()
  const query = filterQuery(filter, { per: dimensionWords[per].slug })
  return (
    <Page
      title="Cijfers"
      intro={
        <p>
          {filter.year ? `Schooljaar ${filter.year}. ` : 'Alle schooljaren. '}
          Elk getal is een link naar de regels erachter. <a href="#uitleg">Wat telt als wat?</a>
        </p>
      }
      back={{ href: paths.desk(), label: 'Vandaag' }}
    >
      <FigureFilters
        filter={filter}
        choices={choices}
        per={per}
        measure={measure}
        clearHref={search ? `${paths.figures()}?per=project` : undefined}
      />
      <Stats
        items={measures.map((one) => ({
          label: measureWords[one].title,
          value: figureWords(one, total[one]),
          href: total[one] > 0 ? rowsHref(one, filter) : undefined,
        }))}
      />
      <Section
        title={`Naar ${by}`}
        act={<FileLinks name="cijfers" query={query} what={`Cijfers naar ${by}`} />}
      >
        <FigureChart
          caption={`${measureWords[measure].title} naar ${by}`}
          measure={measure}
          per={per}
          filter={filter}
          lines={lines.map((line) => ({ ...line, value: line[measure] }))}
        />
        <FigureTable filter={filter} per={per} lines={lines} total={total} />
        <Pagination page={page} pages={pages} href={(to) => withPage(search, to)} />
      </Section>
      {years && years.length > 0 && (
        <Section title="Door de jaren heen">
          <FigureChart
            caption={`${measureWords[measure].title} in elk schooljaar`}
            measure={measure}
            per="year"
            filter={everyYear}
            lines={years}
          />
        </Section>
      )}
      <FigureMeanings per={per} />
    </Page>
  )
}
