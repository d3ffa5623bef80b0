import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { previewWhatHasHadItsTime } from '#app/features/privacy/delete-what-has-had-its-time.server.ts'
import { terms } from '#app/features/privacy/retention.ts'
import { paths } from '#app/paths.ts'
import { formatNumber } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewaartermijnen' }]

/** What is kept for a time, and what goes tonight. */
export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'settings.manage')
  const due = await previewWhatHasHadItsTime(database())
  return { lines: terms.map((term) => ({ ...term, due: due[term.key] ?? null })) }
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

const columns: Column<Line>[] = [
  { key: 'what', label: 'Wat', heading: true, cell: ({ what }) => what },
  { key: 'why', label: 'Waarom', cell: ({ why }) => why },
  { key: 'term', label: 'Hoe lang', cell: ({ days, after }) => `${formatNumber(days)} dagen ${after}` },
  {
    key: 'due',
    label: 'Gaat vannacht weg',
    align: 'end',
    cell: ({ due }) => (due === null ? 'nu niet te zeggen' : formatNumber(due)),
  },
]

export default function Retention() {
  const { lines } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Bewaartermijnen"
      intro="Elke nacht wist het portaal zelf waarvan de termijn om is. Hier zie je wat dat vannacht is."
      back={{ href: paths.desk(), label: 'Beheer' }}
    >
      <Table caption="Bewaartermijnen" columns={columns} rows={lines} rowKey={({ key }) => key} />
      <p>
        Logins die niemand gebruikt, ingelezen lijsten en tellers van pogingen gaan vanzelf al binnen een
        maand weg. De rest heeft geen termijn. Op de pagina <a href={paths.privacy()}>Privacy</a> staat alles
        wat we bewaren.
      </p>
    </Page>
  )
}
