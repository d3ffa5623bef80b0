import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { CoverageTable } from '#app/features/coverage/components/coverage-table.tsx'
import { aspects, type Counted } from '#app/features/coverage/coverage.ts'
import { aspectMeanings, aspectWords, summaryOf } from '#app/features/coverage/coverage-texts.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { capitalise, formatFullDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { readSchool } from './coverage.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Dekking van de examenmodules, ${data.school.name}` : 'Dekking' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, school, rows, staff } = await readSchool(args)
  // A director reads how many; by name one knows one's own team, a coordinator everybody. What somebody was trained in may
  // have been their own choice, which is theirs to show.
  const known = new Map(
    staff
      .filter(
        ({ teamIds }) => actor.isCoordinator || teamIds.some((teamId) => can(actor, 'team.see', { teamId })),
      )
      .map(({ id, name }) => [id, name]),
  )
  const shown = (counted: readonly Counted[], byName = true) => ({
    count: counted.length,
    unchecked: counted.filter(({ checked }) => !checked).length,
    names: byName ? counted.flatMap(({ personId }) => known.get(personId) ?? []) : [],
  })
  return {
    school,
    summary: rows.length > 0 ? summaryOf(rows) : undefined,
    rows: rows.map(({ module, qualified, trained, certified, filled }) => ({
      module,
      qualified: shown(qualified),
      trained: shown(trained, actor.isCoordinator),
      certified: certified && shown(certified),
      filled,
    })),
    day: today(),
    mayChoose: can(actor, 'school-modules.manage', { organisationId: school.id }),
    seesFigures: can(actor, 'school-figures.see', { organisationId: school.id }),
    seesRegion: can(actor, 'coverage.list'),
  }
}

export default function Coverage() {
  const { school, summary, rows, day, mayChoose, seesFigures, seesRegion } = useLoaderData<typeof loader>()
  const profiles = [...Map.groupBy(rows, ({ module }) => module.profileCode)]
  const choose = paths.taughtModules(school.id)
  return (
    <Page
      title="Dekking van de examenmodules"
      eyebrow={`${school.name} · stand van ${formatFullDay(day)}`}
      intro={summary}
      back={
        seesRegion
          ? { href: paths.regionCoverage(), label: 'Dekking in de regio' }
          : seesFigures
            ? { href: paths.school(school.id), label: school.name }
            : { href: paths.team(), label: 'Mijn team' }
      }
      act={
        rows.length > 0 && (
          <LinkButton href={paths.coverageSheet(school.id)}>In woorden, op één blad</LinkButton>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="Er staat nog niet bij welke examenmodules de school geeft.">
          {mayChoose ? (
            <>
              Zodra je <a href={choose}>kiest wat de school geeft</a>, zie je hier wie wat kan geven en waar
              niemand voor is.
            </>
          ) : (
            'Een teamleider of de coördinator kiest dat. Daarna zie je hier waar niemand voor is.'
          )}
        </EmptyState>
      ) : (
        <>
          {profiles.map(([code, own]) => (
            <Section key={code} title={`${code}, ${own[0]?.module.profileTitle}`}>
              <CoverageTable caption={`Dekking van ${code}`} rows={own} />
            </Section>
          ))}
          <Section title="Wat er geteld is" ruled>
            <DefinitionList
              items={aspects.map((aspect) => ({
                term: capitalise(aspectWords[aspect]),
                value: aspectMeanings[aspect],
              }))}
            />
            <p>
              Een open vierkant is een bewijs dat nog niemand controleerde. Bevoegd zijn en iets kunnen is
              niet hetzelfde.
            </p>
            {mayChoose && (
              <p>
                Klopt de lijst van modules niet? <a href={choose}>Kies wat de school geeft</a>
              </p>
            )}
          </Section>
        </>
      )}
    </Page>
  )
}
