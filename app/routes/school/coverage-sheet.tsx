import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CoverageWords } from '#app/features/coverage/components/coverage-words.tsx'
import { coverageInWords, summaryOf } from '#app/features/coverage/coverage-texts.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { formatFullDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { readSchool } from './coverage.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Examenmodules in woorden, ${data.school.name}` : 'Examenmodules' },
]

/** As many modules as one sheet of paper holds. */
const mostModules = 18

export async function loader(args: LoaderFunctionArgs) {
  const { school, rows } = await readSchool(args)
  return {
    school,
    day: today(),
    summary: rows.length > 0 ? summaryOf(rows) : 'Er staat nog niet bij welke examenmodules de school geeft.',
    ...coverageInWords(rows, mostModules),
  }
}

export default function CoverageSheet() {
  const { school, day, summary, profiles, left } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`Wie de examenmodules geeft op ${school.name}`}
      eyebrow={`${school.town} · stand van ${formatFullDay(day)}`}
      intro={summary}
      back={{ href: paths.coverage(school.id), label: 'Dekking van de examenmodules' }}
    >
      <CoverageWords profiles={profiles} left={left} />
    </Page>
  )
}
