import { paths } from '#app/paths.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatMoment } from '#app/ui/format.ts'
import type { ContributionLine } from '../contribution-queries.server.ts'
import { amountWords, stateWords } from '../contribution-texts.ts'

type Event = { at: Date; what: string; lineId: number; detail?: string | undefined }

/** Everything that happened to a line and to those that correct it, in order, with what was signed. */
export function ContributionHistory({ chain }: { chain: ContributionLine[] }) {
  const events = chain.flatMap(eventsOf).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const answered = chain.filter(({ readText }) => readText !== null)
  return (
    <>
      <DefinitionList
        items={events.map(({ at, what, lineId, detail }) => ({
          key: `${lineId}-${at.toISOString()}-${what}`,
          term: formatMoment(at),
          value: (
            <>
              <a href={paths.manageContribution(lineId)}>Bijdrage {lineId}</a>: {what}
              {detail && <> – {detail}</>}
            </>
          ),
        }))}
      />
      {answered.map(({ id, readText, readHash }) => (
        <details key={id}>
          <summary>Wat er bij bijdrage {id} is gelezen</summary>
          {(readText ?? '').split('\n').map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>
            Controlegetal (SHA-256): <code>{readHash}</code>
          </p>
        </details>
      ))}
    </>
  )
}

function eventsOf(line: ContributionLine): Event[] {
  const { id: lineId, state } = line
  const signer = line.signerName ?? 'naam gewist na de bewaartermijn'
  const events: Event[] = []
  if (!line.byCompany) {
    const by = line.recordedByName ? ` door ${line.recordedByName}` : ''
    events.push({ at: line.recordedAt, lineId, what: `${amountWords(line)} vastgelegd${by}` })
  }
  if (line.answeredAt) {
    events.push({
      at: line.answeredAt,
      lineId,
      what: `${stateWords[state]} door ${signer}${line.signerRole ? ` (${line.signerRole})` : ''}: ${amountWords(line)}`,
      detail: line.refusedReason ?? undefined,
    })
  }
  if (line.settledAt) {
    const what = state === 'refused' ? 'weggelegd door de coördinator' : 'overgenomen door de coördinator'
    events.push({ at: line.settledAt, lineId, what, detail: line.settledNote ?? undefined })
  }
  if (line.withdrawnAt) {
    events.push({
      at: line.withdrawnAt,
      lineId,
      what: 'ingetrokken',
      detail: line.withdrawnReason ?? undefined,
    })
  }
  return events
}
