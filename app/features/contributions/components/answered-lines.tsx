import { formatCents, formatMoment } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { ContributionLine } from '../contribution-queries.server.ts'
import { amountWords } from '../contribution-texts.ts'
import { ContributionState } from './contribution-state.tsx'

export type AnsweredLine = Pick<
  ContributionLine,
  'id' | 'what' | 'minutes' | 'cents' | 'state' | 'signerName' | 'answeredAt' | 'refusedReason'
>

/** What was answered by this link, with the name under it. */
export function AnsweredLines({ lines }: { lines: AnsweredLine[] }) {
  return (
    <Table
      caption="Beantwoord"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', label: 'Wat', heading: true, cell: ({ what }) => what },
        { key: 'amount', label: 'Hoeveel', nowrap: true, cell: amountWords },
        {
          key: 'value',
          label: 'Waarde',
          align: 'end',
          nowrap: true,
          cell: ({ cents }) => formatCents(cents),
        },
        {
          key: 'state',
          label: 'Antwoord',
          cell: (line) => (
            <>
              <ContributionState
                {...line}
                byCompany={false}
                toCheck={null}
                settledAt={line.answeredAt}
                followed
              />
              {line.refusedReason && <> {line.refusedReason}</>}
            </>
          ),
        },
        {
          key: 'who',
          label: 'Door',
          cell: ({ signerName, answeredAt }) =>
            `${signerName ?? ''}, ${answeredAt ? formatMoment(answeredAt) : ''}`,
        },
      ]}
    />
  )
}
