import { paths } from '#app/paths.ts'
import { formatCount } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { paperName } from '../dossier-texts.ts'
import { standingWords } from '../qualification-texts.ts'
import type { TeamMember } from '../team-holdings-queries.server.ts'
import styles from './team-holdings.module.css'

/** The team by name: what is in order as a number, what is not by its name and state. */
export function TeamHoldings({ people }: { people: TeamMember[] }) {
  return (
    <Table
      caption="Wat je team in huis heeft"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: 'Naam',
          heading: true,
          cell: ({ id, name }) => <a href={paths.teamDossier(id)}>{name}</a>,
        },
        {
          key: 'order',
          label: 'Geldig',
          cell: ({ inOrder }) => formatCount(inOrder, 'bewijs', 'bewijzen'),
          nowrap: true,
        },
        {
          key: 'attention',
          label: 'Vraagt aandacht',
          cell: ({ attention }) =>
            attention.length > 0 ? (
              <ul className={styles.list}>
                {attention.map((held) => {
                  const { word, tone } = standingWords[held.stand.standing]
                  return (
                    <li key={held.id}>
                      {paperName(held)} <StateBadge tone={tone}>{word}</StateBadge>
                    </li>
                  )
                })}
              </ul>
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}
