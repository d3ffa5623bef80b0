import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { FigureRowTable } from '#app/features/figures/components/figure-row-table.tsx'
import { FileLinks } from '#app/features/figures/components/file-links.tsx'
import {
  dimensions,
  dimensionWords,
  filterFrom,
  filterQuery,
  measureFrom,
  measureWords,
} from '#app/features/figures/figure.ts'
import { listFigureChoices, readFigures } from '#app/features/figures/figure-queries.server.ts'
import { listFigureRows } from '#app/features/figures/figure-rows-queries.server.ts'
import { figureWords, noneWords } from '#app/features/figures/figure-texts.ts'
import { paths } from '#app/paths.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { pageFrom, withPage } from '#app/platform/search-params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'De regels achter een getal' }]

const rowsAPage = 50

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'figures.see')
  const measure = orNotFound(measureFrom(args.params.measure))
  const params = new URL(args.request.url).searchParams
  const filter = filterFrom(params)
  const page = pageFrom(params)
  const db = database()
  const [figures, found, choices] = await Promise.all([
    readFigures(db, filter),
    listFigureRows(db, measure, filter, { most: rowsAPage, skip: (page - 1) * rowsAPage }),
    listFigureChoices(db),
  ])
  const chosen = dimensions.flatMap((dimension) => {
    const value = filter[dimension]
    if (value === undefined) return []
    const label = choices[dimension].find((choice) => choice.value === value)?.label ?? noneWords[dimension]
    return [{ label: dimensionWords[dimension].title, value: label }]
  })
  return {
    measure,
    filter,
    page,
    pages: Math.ceil(found.total / rowsAPage),
    figure: figures[measure],
    found,
    chosen,
  }
}

export default function FigureRowsPage() {
  const { measure, filter, page, pages, figure, found, chosen } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const { slug, title, meaning } = measureWords[measure]
  const query = filterQuery(filter)
  return (
    <Page
      title={`${title}: ${figureWords(measure, figure)}`}
      intro={meaning}
      back={{ href: `${paths.figures()}${query || '?per=project'}`, label: 'Cijfers' }}
    >
      <TitleBlock
        cells={[
          ...(chosen.length > 0 ? chosen : [{ label: 'Welke', value: 'Alles' }]),
          { label: 'Regels', value: formatCount(found.total, 'regel', 'regels') },
          { label: 'Meenemen', value: <FileLinks name={slug} query={query} what={`${title}, de regels`} /> },
        ]}
      />
      {found.rows.length === 0 ? (
        <EmptyState title="Hier is niets geteld.">Kies een ander schooljaar of een ander project.</EmptyState>
      ) : (
        <FigureRowTable found={found} caption={`${title}, de regels`} />
      )}
      <Pagination page={page} pages={pages} href={(to) => withPage(search, to)} />
    </Page>
  )
}
