import { paths } from '#app/paths.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { Table } from '#app/ui/table.tsx'
import { overTime, type Results } from '../evaluation.ts'
import { meanWords, evaluationTexts as texts } from '../evaluation-texts.ts'

export type EvaluatedEdition = {
  editionId: number
  code: string
  openUntil: string | null
  asked: number
  results: Results | null
}

/** How an offering did from edition to edition: each scale as a picture, and all of it as a table. */
export function EvaluationOverTime({ editions }: { editions: EvaluatedEdition[] }) {
  if (editions.length === 0) {
    return (
      <EmptyState title="Hier staat straks hoe elke uitvoering beviel.">
        Na de laatste bijeenkomst vragen we het de deelnemers. Twee weken later staat het hier.
      </EmptyState>
    )
  }
  const shown = editions.flatMap(({ editionId, code, results }) =>
    results?.state === 'shown' ? [{ editionId, code, results }] : [],
  )
  const questions = overTime(shown)
  return (
    <>
      {questions.length > 0 && (
        <Section title="In beeld" ruled>
          {questions.map(({ key, text, editions: of }) => (
            <BarChart
              key={key}
              caption={text}
              labelName="Uitvoering"
              valueName="Gemiddeld van 5"
              max={5}
              bars={of.map(({ editionId, code, mean }) => ({
                label: code,
                value: mean,
                text: meanWords(mean),
                href: paths.editionEvaluation(editionId),
              }))}
            />
          ))}
        </Section>
      )}
      <Section title="Per uitvoering">
        <Table
          caption="Evaluaties, de eerste eerst"
          rows={editions}
          rowKey={({ editionId }) => editionId}
          columns={[
            {
              key: 'code',
              label: 'Uitvoering',
              heading: true,
              cell: ({ code, editionId }) => <a href={paths.editionEvaluation(editionId)}>{code}</a>,
            },
            {
              key: 'until',
              label: 'Antwoorden tot en met',
              nowrap: true,
              cell: ({ openUntil }) => openUntil && formatDayYear(openUntil),
            },
            { key: 'state', label: 'Antwoorden', cell: ({ results, asked }) => answersOf(results, asked) },
            { key: 'means', label: 'Gemiddeld van 5', cell: ({ results }) => meansOf(results), nowrap: true },
          ]}
        />
      </Section>
    </>
  )
}

function answersOf(results: Results | null, asked: number): string {
  if (results?.state === 'shown') return texts.response(results.answers, asked)
  return results?.state === 'open' ? 'loopt nog' : 'minder dan vijf'
}

function meansOf(results: Results | null): string {
  if (results?.state !== 'shown') return 'niet te zien'
  return results.scales.map(({ mean }) => meanWords(mean)).join(' · ')
}
