import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { SiteList } from '#app/features/organisations/components/site-list.tsx'
import { TeamTable } from '#app/features/organisations/components/team-table.tsx'
import {
  findManagedOrganisation,
  listMembers,
  listSites,
  listTeams,
} from '#app/features/organisations/managed-organisations-queries.server.ts'
import { organisationKindWords } from '#app/features/organisations/organisation-texts.ts'
import { membershipRoleWords } from '#app/features/people/membership-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCount, formatList } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Table } from '#app/ui/table.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.organisation.name ?? 'Organisatie' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const organisation = orNotFound(await findManagedOrganisation(db, idFrom(args.params.id)))
  const { id } = organisation
  const [sites, teams, people] = await Promise.all([
    listSites(db, id),
    listTeams(db, id),
    listMembers(db, id),
  ])
  return { organisation, sites, teams, ...people }
}

export default function Organisation() {
  const { organisation, sites, teams, members, total } = useLoaderData<typeof loader>()
  const { id, name, town, website } = organisation
  const add = (href: string, label: string) => (
    <LinkButton kind="quiet" small href={href}>
      {label}
    </LinkButton>
  )
  return (
    <Page
      title={name}
      eyebrow={town}
      back={{ href: paths.manageOrganisations(), label: 'Organisaties' }}
      act={<LinkButton href={paths.changeOrganisation(id)}>Wijzig gegevens</LinkButton>}
    >
      <TitleBlock
        cells={[
          {
            label: 'Soort',
            value: formatList(organisation.kinds.map((kind) => organisationKindWords[kind])),
          },
          { label: 'Partner', value: organisation.isPartner ? 'ja' : 'nee' },
          ...(organisation.sector ? [{ label: 'Branche', value: organisation.sector }] : []),
          {
            label: 'Website',
            value: website ? <a href={website}>{website.replace(/^https?:\/\//, '')}</a> : 'geen',
          },
          { label: 'KvK', value: organisation.chamberOfCommerceNumber ?? 'niet bekend' },
          ...(organisation.kinds.includes('secondary_school')
            ? [{ label: 'Examenmodules', value: <a href={paths.coverage(id)}>Dekking</a> }]
            : []),
        ]}
      />
      <Section title="Teams" ruled act={add(paths.addTeam(id), 'Team toevoegen')}>
        {teams.length === 0 ? (
          <p>Nog geen teams. Wie hier werkt, heeft voor een inschrijving geen goedkeuring nodig.</p>
        ) : (
          <TeamTable organisationId={id} teams={teams} />
        )}
      </Section>
      <Section title="Locaties" ruled act={add(paths.addSite(id), 'Locatie toevoegen')}>
        {sites.length === 0 ? (
          <p>Nog geen locaties. Zonder locatie kan hier geen bijeenkomst zijn.</p>
        ) : (
          <SiteList organisationId={id} sites={sites} />
        )}
      </Section>
      <Section title="Wie hier werkt" ruled>
        {members.length === 0 ? (
          <p>Nog niemand.</p>
        ) : (
          <Table
            caption="Wie hier werkt"
            rows={members}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: 'Naam',
                heading: true,
                cell: (row) => <a href={paths.managePerson(row.personId)}>{row.name}</a>,
              },
              { key: 'role', label: 'Rol', cell: (row) => membershipRoleWords[row.role] },
              { key: 'team', label: 'Team', cell: (row) => row.team ?? '' },
            ]}
          />
        )}
        {total > members.length && (
          <p>
            En nog {formatCount(total - members.length, 'rol', 'rollen')}.{' '}
            <a href={`${paths.managePeople()}?organisatie=${id}`}>Bekijk iedereen</a>
          </p>
        )}
      </Section>
    </Page>
  )
}
