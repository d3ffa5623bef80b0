import { paths } from '#app/paths.ts'
import { capitalise } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { ListedRule } from '../requirement-queries.server.ts'
import { forWhomWords, whatWords } from '../requirement-texts.ts'

/** The rules that count, each with the way to end it or to tick. */
export function RulesTable({ rules }: { rules: (ListedRule & { mayManage: boolean })[] }) {
  return (
    <Table
      caption="Eisen"
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: 'Wat',
          heading: true,
          cell: (rule) => {
            const words = capitalise(whatWords(rule, rule.typeTitles))
            return rule.mayManage ? <a href={paths.requirement(rule.id)}>{words}</a> : words
          },
        },
        { key: 'who', label: 'Voor wie', cell: (rule) => capitalise(forWhomWords(rule)) },
        {
          key: 'keeper',
          label: 'Bijgehouden door',
          cell: ({ mayManage }) => (mayManage ? 'jou' : 'de coördinator'),
        },
      ]}
    />
  )
}
