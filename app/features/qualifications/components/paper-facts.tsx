import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { termWords, untilWords } from '../dossier-texts.ts'
import type { Verification } from '../holding.ts'
import type { Stand } from '../qualification.ts'
import type { DossierPaper } from '../qualification-queries.server.ts'
import { CheckBadge, StandBadge } from './held-table.tsx'

type Props = { paper: DossierPaper; stand: Stand; verification: Verification }

/** Everything that stands on a paper, how it counts, and on what its term rests. */
export function PaperFacts({ paper, stand, verification }: Props) {
  const items = [
    { term: 'Stand', value: <PaperStand paper={paper} stand={stand} verification={verification} /> },
    { term: 'Controle', value: <CheckBadge verification={verification} /> },
    ...(stand.since && verification !== 'refused'
      ? [{ term: 'Zonder onderbreking geldig sinds', value: formatDayYear(stand.since) }]
      : []),
    ...(paper.scope ? [{ term: 'Waarvoor', value: paper.scope }] : []),
    { term: 'Afgegeven op', value: formatDayYear(paper.issuedOn) },
    {
      term: 'Geldig tot en met',
      value: paper.validUntil ? formatDayYear(paper.validUntil) : 'verloopt niet',
    },
    { term: 'De termijn', value: `${termWords(paper)}. ${paper.validityNote}` },
    ...(paper.number
      ? [{ term: paper.registerNumberIsProof ? 'Nummer in het register' : 'Nummer', value: paper.number }]
      : []),
    ...(paper.issuer ? [{ term: 'Afgegeven door', value: paper.issuer }] : []),
  ]
  return <DefinitionList items={items} />
}

function PaperStand({ paper, stand, verification }: Props) {
  if (paper.withdrawnAt) return <StateBadge tone="stop">{`ingetrokken: ${paper.withdrawnReason}`}</StateBadge>
  return (
    <>
      <StandBadge stand={stand} verification={verification} />{' '}
      {verification === 'refused' ? 'Het telt niet mee.' : untilWords(stand)}
    </>
  )
}
