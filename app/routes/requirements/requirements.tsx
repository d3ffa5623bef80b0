import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { RulesTable } from '#app/features/requirements/components/rules-table.tsx'
import { listGroups, listRules } from '#app/features/requirements/requirement-queries.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { viewFrom } from './view.server.ts'

export const meta: MetaFunction = () => [{ title: 'Eisen en groepen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { view, schoolId } = viewFrom(args.request, actor)
  const db = database()
  const [rules, groups] = await Promise.all([listRules(db, view), listGroups(db, view)])
  const groupTeam = new Map(groups.map(({ id, teamId }) => [id, teamId]))
  return {
    schoolId,
    rules: rules.map((rule) => {
      const teamId = rule.teamId ?? groupTeam.get(rule.groupId ?? 0) ?? null
      return { ...rule, mayManage: can(actor, 'requirement.manage', { teamId }) }
    }),
    groups: groups.map(({ id, name, members }) => ({ id, name, size: members.length })),
  }
}

export default function Requirements() {
  const { schoolId, rules, groups } = useLoaderData<typeof loader>()
  const newGroup = (
    <LinkButton kind="secondary" small href={paths.newGroup(schoolId)}>
      Nieuwe groep
    </LinkButton>
  )
  return (
    <Page
      title="Eisen en groepen"
      intro="Wat mensen in huis moeten hebben, per school, team, functie of groep. Het overzicht laat zien wie er nog niet aan voldoet."
      back={{ href: paths.team(schoolId), label: 'Team' }}
      act={<LinkButton href={paths.newRequirement(schoolId)}>Nieuwe eis</LinkButton>}
    >
      <Section title="Eisen" ruled={rules.length === 0}>
        {rules.length > 0 ? (
          <RulesTable rules={rules} />
        ) : (
          <EmptyState title="Er gelden nog geen eisen.">
            Begin met wat iedereen in je team moet hebben, zoals BHV.
          </EmptyState>
        )}
      </Section>
      <Section title="Groepen" ruled act={newGroup}>
        {groups.length > 0 ? (
          <ul>
            {groups.map(({ id, name, size }) => (
              <li key={id}>
                <a href={paths.group(id)}>{name}</a>, {formatCount(size, 'persoon', 'mensen')}
              </li>
            ))}
          </ul>
        ) : (
          <p>
            Een groep is wie iets samen doet: de lashal, de begeleiders van de excursie. Er zijn er nog geen.
          </p>
        )}
      </Section>
    </Page>
  )
}
