import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import type { PaperCheck } from '../verification-queries.server.ts'
import { howWords } from '../verification-texts.ts'

/** Who checked a paper, when, and how or why not. */
export function CheckHistory({ checks }: { checks: PaperCheck[] }) {
  return (
    <DefinitionList
      items={checks.map(({ id, outcome, how, reason, checkedBy, checkedAt }) => ({
        key: String(id),
        term: formatDayYear(checkedAt),
        value:
          outcome === 'verified'
            ? `Gecontroleerd door ${checkedBy ?? 'het portaal'}${how ? `: ${howWords[how]}` : ''}.`
            : `Afgewezen door ${checkedBy ?? 'het portaal'}: ${reason ?? ''}`,
      }))}
    />
  )
}
