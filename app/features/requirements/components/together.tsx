import { formatList } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { AtLeast, Cover } from '../requirement.ts'
import type { ListedRule } from '../requirement-queries.server.ts'
import { forWhomWords, togetherWords, whatWords } from '../requirement-texts.ts'

type Props = { atLeast: AtLeast[]; covers: Cover[]; rules: ReadonlyMap<number, ListedRule> }

type Line = {
  key: string
  forWhom: string
  what: string
  met: boolean
  /** It is met now, and will not be. */
  soon?: boolean
  state: string
  names: string[]
}

/** What people have to hold or master together, and how far they are. */
export function Together({ atLeast, covers, rules }: Props) {
  const lines = [
    ...atLeast.flatMap(({ rule, have, names, short }): Line[] => {
      const listed = rules.get(rule.id)
      const minimum = rule.minimum ?? 0
      return listed
        ? [
            {
              key: `least ${rule.id}`,
              forWhom: forWhomWords(listed),
              what: whatWords(rule, listed.typeTitles),
              met: have >= minimum,
              soon: short !== null,
              state: togetherWords(have, minimum, short),
              names,
            },
          ]
        : []
    }),
    ...covers.flatMap(({ rule, parts }): Line[] => {
      const listed = rules.get(rule.id)
      return listed
        ? parts.map(({ area, names }) => ({
            key: `cover ${rule.id} ${area}`,
            forWhom: forWhomWords(listed),
            what: `${rule.title}: ${area}`,
            met: names.length > 0,
            state: names.length > 0 ? 'gedekt' : 'niemand',
            names,
          }))
        : []
    }),
  ]
  if (lines.length === 0) return null
  return (
    <Table
      caption="Samen"
      captionHidden={false}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', label: 'Wat', heading: true, cell: ({ what }) => what },
        { key: 'who', label: 'Voor wie', cell: ({ forWhom }) => forWhom },
        {
          key: 'state',
          label: 'Stand',
          cell: ({ met, soon, state }) => (
            <StateBadge tone={met ? (soon ? 'warn' : 'ok') : 'stop'}>{state}</StateBadge>
          ),
        },
        {
          key: 'names',
          label: 'Wie',
          cell: ({ names }) => (names.length > 0 ? formatList(names) : '–'),
        },
      ]}
    />
  )
}
