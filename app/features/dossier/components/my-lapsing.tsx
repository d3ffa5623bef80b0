import { StandBadge } from '#app/features/qualifications/components/held-table.tsx'
import { paperName } from '#app/features/qualifications/dossier-texts.ts'
import type { HeldLine } from '#app/features/qualifications/holding.ts'
import { paths } from '#app/paths.ts'
import { ActItem, ActList } from '#app/ui/act-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCount, formatDayYear } from '#app/ui/format.ts'
import type { RenewalEdition } from '../renewal.ts'

export type LapsingLine = HeldLine & {
  typeCode: string
  /** By whom and why it was refused. */
  refused: { by: string | null; reason: string | null } | null
  /** With what to renew it, where a place is left. */
  renewal: Pick<RenewalEdition, 'slug' | 'code' | 'title' | 'startsAt' | 'left'> | null
  /** The renewal that is booked, but begins after this ended. */
  booked: { title: string; startsAt: Date } | null
}

/** What lapses, lapsed or is not in order, each with what one can do about it: from here to booked in two presses. */
export function MyLapsing({ held }: { held: LapsingLine[] }) {
  return (
    <ActList>
      {held.map((one) => (
        <ActItem
          key={one.id}
          title={paperName(one)}
          href={paths.myPaper(one.id)}
          state={<StandBadge {...one} />}
          acts={<LapsingActs held={one} />}
        >
          <p>{sentence(one)}</p>
          {one.booked ? (
            <p>
              Je bent ingeschreven voor {one.booked.title}, {formatDayYear(one.booked.startsAt)}. Let op:
              daarvoor is het al verlopen. Tot je het nieuwe hebt, geldt er niets.
            </p>
          ) : (
            canRenew(one) && <p>{renewalSentence(one)}</p>
          )}
        </ActItem>
      ))}
    </ActList>
  )
}

/** Whether a new paper is what it takes, rather than a signature or a better scan. */
const canRenew = ({ verification, stand: { standing, endsBy } }: LapsingLine) =>
  verification !== 'refused' && endsBy === 'paper' && (standing === 'expiring' || standing === 'lapsed')

function sentence({ stand: { standing, until, endsBy }, verification, refused }: LapsingLine): string {
  if (verification === 'refused') {
    const who = refused?.by ? `${refused.by} keurde het af` : 'Het is afgekeurd'
    return `${who}${refused?.reason ? `: ${refused.reason}` : '.'} Zo telt het niet mee.`
  }
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

const renewalSentence = ({ renewal }: LapsingLine): string =>
  renewal
    ? `Opnieuw halen: ${renewal.title}, ${formatDayYear(renewal.startsAt)}. Nog ${formatCount(renewal.left, 'plek', 'plekken')}.`
    : 'Er staat niets gepland waarmee je het opnieuw haalt.'

function LapsingActs({ held }: { held: LapsingLine }) {
  const { id, typeCode, stand, verification, renewal, booked } = held
  const label = (words: string) => `${words}: ${paperName(held)}`
  if (verification === 'refused') {
    return (
      <LinkButton small href={paths.correctPaper(id)} aria-label={label('Verbeter')}>
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
    <>
      {booked ? null : renewal ? (
        <LinkButton small href={paths.enrol(renewal.slug, renewal.code)} aria-label={label('Schrijf je in')}>
          Schrijf je in
        </LinkButton>
      ) : (
        <LinkButton
          kind="secondary"
          small
          href={paths.reportWishFor(typeCode)}
          aria-label={label('Meld behoefte')}
        >
          Meld behoefte
        </LinkButton>
      )}
      <LinkButton
        kind="quiet"
        small
        href={paths.addPaper({ typeCode, renews: id })}
        aria-label={label('Al vernieuwd')}
      >
        Al vernieuwd
      </LinkButton>
    </>
  )
}
