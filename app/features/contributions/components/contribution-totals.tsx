import { paths } from '#app/paths.ts'
import { formatCents, formatCount, formatMinutes } from '#app/ui/format.ts'
import { Stats } from '#app/ui/stat.tsx'
import { contributionQuery } from '../contribution-filter.ts'
import type { ContributionFilter, ContributionTotals as Totals } from '../contribution-queries.server.ts'

/** What the rows under the filter add up to; each number opens to its rows. */
export function ContributionTotals({ totals, filter }: { totals: Totals; filter: ContributionFilter }) {
  const { counts, waits, toSettle, toCheck } = totals
  const to = (state: ContributionFilter['state']) =>
    `${paths.manageContributions()}${contributionQuery({ ...filter, state })}`
  const items = [
    {
      label: 'Getekend, telt mee',
      value: formatCents(counts.cents),
      href: to('counts'),
      note: `${formatCount(counts.lines, 'regel', 'regels')}, waarvan ${formatMinutes(counts.minutes)}`,
    },
    {
      label: 'Wacht op handtekening',
      value: formatCents(waits.cents),
      href: to('waits_for_signature'),
      note: `${formatCount(waits.lines, 'regel', 'regels')}, waarvan ${formatMinutes(waits.minutes)}`,
    },
    { label: 'Nog te regelen', value: toSettle, href: to('to_settle'), note: 'verbeterd of afgewezen' },
    { label: 'Eerst bekijken', value: toCheck, href: to('to_check'), note: 'bijeenkomst gewijzigd' },
  ]
  return <Stats items={items} />
}
