import { StateBadge } from '#app/ui/state-badge.tsx'
import { isToSettle, type ContributionState as State } from '../contribution.ts'
import { contributionTexts, stateTones, stateWords } from '../contribution-texts.ts'

type Props = {
  state: State
  toCheck: string | null
  byCompany: boolean
  settledAt: Date | null
  followed: boolean
}

/** Where a line stands, and whether somebody has to look at it. */
export function ContributionState({ state, toCheck, followed, ...rest }: Props) {
  if (toCheck && state === 'waits_for_signature') {
    return <StateBadge tone="stop">eerst bekijken: {contributionTexts.toCheck[toCheck]}</StateBadge>
  }
  const open = isToSettle({ state, ...rest }, followed)
  const words = state === 'signed' && rest.byCompany ? 'getekend, eigen aantal' : stateWords[state]
  return (
    <StateBadge tone={open && state === 'signed' ? 'warn' : stateTones[state]}>
      {words}
      {open && ', nog te regelen'}
    </StateBadge>
  )
}
