import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { exportLists, exportListWords, exportMost } from '#app/features/figures/export-list.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { parseDay, schoolYearStart } from '#app/platform/dates.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatDayYear, formatNumber } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export const meta: MetaFunction = () => [{ title: 'Lijsten downloaden' }]

/** What was typed, and the day it means; a day that is no day is told. */
function dayFrom(typed: string | null, otherwise: string | undefined) {
  if (typed === null) return { typed: otherwise, day: otherwise }
  const day = parseDay(typed)
  return { typed: day ?? typed, day, wrong: typed.trim() !== '' && !day }
}

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'list.export')
  const params = new URL(args.request.url).searchParams
  return {
    from: dayFrom(params.get('vanaf'), schoolYearStart(today())),
    until: dayFrom(params.get('tot'), undefined),
  }
}

export default function Exports() {
  const { from, until } = useLoaderData<typeof loader>()
  const period = new URLSearchParams()
  if (from.day) period.set('vanaf', from.day)
  if (until.day) period.set('tot', until.day)
  const query = period.size > 0 ? `?${period}` : ''
  const errors = (wrong: boolean | undefined) =>
    wrong ? ['Dit is geen datum. Typ die als 3-12-2026.'] : undefined
  return (
    <Page
      title="Lijsten downloaden"
      intro={`Voor Excel of een ander rekenblad. Er passen ${formatNumber(exportMost)} rijen in één bestand; zijn er meer, dan staat dat onderaan.`}
      back={{ href: paths.desk(), label: 'Beheer' }}
    >
      <FilterBar label="de periode" clearHref={`${paths.exports()}?vanaf=&tot=`} button="Kies">
        <DateField
          field={{ ...filterField('vanaf', from.typed), errors: errors(from.wrong) }}
          label="Vanaf"
          hint="Leeg: vanaf het begin."
        />
        <DateField
          field={{ ...filterField('tot', until.typed), errors: errors(until.wrong) }}
          label="Tot en met"
          hint="Leeg: tot het eind."
        />
      </FilterBar>
      <Table
        caption="Lijsten"
        rows={[...exportLists]}
        rowKey={(name) => name}
        columns={[
          { key: 'title', label: 'Lijst', heading: true, cell: (name) => exportListWords[name].title },
          { key: 'what', label: 'Wat erin staat', cell: (name) => exportListWords[name].what },
          {
            key: 'period',
            label: 'Periode',
            cell: (name) => (exportListWords[name].dated ? periodInWords(from.day, until.day) : 'nu'),
          },
          {
            key: 'download',
            label: 'Download',
            cell: (name) => (
              <span>
                <a
                  href={`${paths.exportList(name, 'xlsx')}${query}`}
                  aria-label={`${exportListWords[name].title} als Excel-bestand`}
                >
                  Excel
                </a>
                {' · '}
                <a
                  href={`${paths.exportList(name, 'csv')}${query}`}
                  aria-label={`${exportListWords[name].title} als CSV-bestand`}
                >
                  CSV
                </a>
              </span>
            ),
          },
        ]}
      />
    </Page>
  )
}

function periodInWords(from: string | undefined, until: string | undefined): string {
  if (from && until) return `${formatDayYear(from)} tot en met ${formatDayYear(until)}`
  if (from) return `vanaf ${formatDayYear(from)}`
  return until ? `tot en met ${formatDayYear(until)}` : 'alles'
}
