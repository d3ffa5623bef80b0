import { paths } from '#app/paths.ts'
import { ActItem, ActList } from '#app/ui/act-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { paperName } from '../dossier-texts.ts'
import type { HeldLine } from '../holding.ts'
import { StandBadge } from './held-table.tsx'

type Line = HeldLine & { typeCode: string; reason: string | null }

/** What lapses, lapsed or is not in order, each with what one can do about it. */
export function AttentionList({ held }: { held: Line[] }) {
  return (
    <ActList>
      {held.map((one) => (
        <ActItem
          key={one.id}
          title={paperName(one)}
          href={paths.myPaper(one.id)}
          state={<StandBadge {...one} />}
          acts={<Act held={one} />}
        >
          <p>{sentence(one)}</p>
        </ActItem>
      ))}
    </ActList>
  )
}

function sentence({ stand: { standing, until, endsBy }, verification, reason }: Line): string {
  if (verification === 'refused') return `Het telt niet mee. ${reason ?? ''}`.trim()
  if (standing === 'designation') return 'Je werkgever moet je nog schriftelijk aanwijzen.'
  if (standing === 'confirmation') {
    return `Je werkgever heeft het niet op tijd bevestigd.${until ? ` Het gold tot en met ${formatDayYear(until)}.` : ''}`
  }
  if (standing === 'lapsed') return until ? `Het gold tot en met ${formatDayYear(until)}.` : 'Het geldt niet.'
  const day = until ? formatDayYear(until) : ''
  if (endsBy === 'designation') return `De aanwijzing door je werkgever loopt tot en met ${day}.`
  if (endsBy === 'confirmation') return `Je werkgever moet het uiterlijk ${day} opnieuw bevestigen.`
  return `Het geldt nog tot en met ${day}.`
}

function Act({ held }: { held: Line }) {
  const { id, typeCode, stand, verification } = held
  const label = (words: string) => `${words}: ${paperName(held)}`
  if (verification === 'refused') {
    return (
      <LinkButton kind="secondary" small href={paths.correctPaper(id)} aria-label={label('Verbeter')}>
        Verbeter
      </LinkButton>
    )
  }
  if (stand.standing === 'designation' || stand.endsBy !== 'paper') {
    return (
      <LinkButton kind="secondary" small href={paths.myPaper(id)} aria-label={label('Vraag je teamleider')}>
        Vraag je teamleider
      </LinkButton>
    )
  }
  return (
    <LinkButton
      kind="secondary"
      small
      href={paths.addPaper({ typeCode, renews: id })}
      aria-label={label('Zet het nieuwe erin')}
    >
      Zet het nieuwe erin
    </LinkButton>
  )
}
