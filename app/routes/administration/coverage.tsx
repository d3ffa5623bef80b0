import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { RegionMap } from '#app/features/coverage/components/region-map.tsx'
import {
  listExaminingSchools,
  listTaughtProfiles,
  listTeachingSchools,
  readCoverage,
} from '#app/features/coverage/coverage-queries.server.ts'
import { paths } from '#app/paths.ts'
import { wordsFrom } from '#app/platform/search-params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Dekking van de examenmodules' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'coverage.list')
  const db = database()
  const wanted = wordsFrom(new URL(args.request.url).searchParams, 'profiel')
  const [profiles, all] = await Promise.all([listTaughtProfiles(db), listExaminingSchools(db)])
  const profile = profiles.find(({ code }) => code === wanted) ?? profiles[0]
  const schools = profile ? await listTeachingSchools(db, profile.code) : []
  const coverage = await readCoverage(
    db,
    schools.map(({ id }) => id),
    profile?.code,
  )
  const modules = new Map<string, string>()
  for (const { modules: own } of coverage.values())
    for (const { module } of own) modules.set(module.code, module.title)
  // Profile modules before electives: 'P/' after 'K/' in the alphabet, so the other way round.
  const codes = [...modules.keys()].sort((one, other) =>
    one[0] === other[0] ? one.localeCompare(other) : other.localeCompare(one),
  )
  return {
    profiles,
    profile,
    schools,
    rows: codes.map((code) => ({
      code,
      title: modules.get(code) ?? '',
      cells: schools.map(({ id }) => {
        const found = coverage.get(id)?.modules.find(({ module }) => module.code === code)
        return found ? { gaps: found.gaps, certifies: found.certified !== null } : null
      }),
    })),
    others: all.filter(({ id }) => !schools.some((school) => school.id === id)),
  }
}

export default function RegionCoverage() {
  const { profiles, profile, schools, rows, others } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Dekking van de examenmodules"
      intro="Per school en module: of er iemand bevoegd is, de laatste drie jaar geschoold, en het bewijs heeft dat erbij hoort. Kies een school voor wie en wat het gat vult."
      back={{ href: paths.desk(), label: 'Beheer' }}
    >
      {profile ? (
        <>
          <FilterBar label="de dekking">
            <SelectField
              field={filterField('profiel', profile.code)}
              label="Profiel"
              choices={profiles.map(({ code, title }) => ({ value: code, label: `${code}, ${title}` }))}
            />
          </FilterBar>
          <p>
            De vierkanten staan, van links naar rechts, voor bevoegd, geschoold en bewijs. Een streep: daar
            hoort geen bewijs bij.
          </p>
          <RegionMap caption={`${profile.title}: wie wat mist`} schools={schools} rows={rows} />
        </>
      ) : (
        <EmptyState title="Van geen enkele school staat er wat die geeft.">
          Kies een school hieronder en vul het in.
        </EmptyState>
      )}
      {others.length > 0 && (
        <Section title={profile ? 'Scholen die dit profiel niet geven' : 'Scholen'} ruled>
          <ul>
            {others.map(({ id, name, town }) => (
              <li key={id}>
                <a href={paths.coverage(id)}>{`${name}, ${town}`}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
