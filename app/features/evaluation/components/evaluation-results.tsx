import { BarChart } from '#app/ui/bar-chart.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { Table } from '#app/ui/table.tsx'
import { points, type Results } from '../evaluation.ts'
import { meanWords, pointWords, evaluationTexts as texts } from '../evaluation-texts.ts'
import styles from './evaluation-results.module.css'

type Props = { results: Results | null; asked: number }

/** What may be seen of one edition's evaluation: nothing yet, nothing at all, or everything as pictures and a table. */
export function EvaluationResults({ results, asked }: Props) {
  if (!results) return <Notice title="Er is nog niets gevraagd.">{texts.notAsked}</Notice>
  if (results.state === 'open')
    return <Notice title="De evaluatie loopt nog.">{texts.stillOpen(results.openUntil)}</Notice>
  if (results.state === 'too-few') return <Notice title="Er is te weinig geantwoord.">{texts.tooFew}</Notice>
  const { answers, scales, open } = results
  return (
    <>
      <Stats
        items={[
          { label: 'Antwoorden', value: answers, note: texts.response(answers, asked) },
          ...scales.map(({ text, mean }) => ({ label: text, value: meanWords(mean), note: 'van 5' })),
        ]}
      />
      {scales.length > 0 && (
        <Section title="In beeld" ruled>
          {scales.map((scale) => (
            <BarChart
              key={scale.text}
              caption={`${scale.text} (${texts.mean(scale.mean)})`}
              labelName="Cijfer"
              valueName="Aantal"
              max={answers}
              bars={points.map((point) => ({
                label: pointWords(scale, point),
                value: scale.counts[point - 1] ?? 0,
              }))}
            />
          ))}
        </Section>
      )}
      {scales.length > 0 && (
        <Section title="In cijfers">
          <Table
            caption="Hoe vaak elk cijfer is gekozen"
            rows={scales}
            rowKey={({ text }) => text}
            columns={[
              { key: 'text', label: 'Vraag', cell: ({ text }) => text, heading: true },
              ...points.map((point) => ({
                key: String(point),
                label: String(point),
                cell: ({ counts }: (typeof scales)[number]) => counts[point - 1],
                align: 'end' as const,
              })),
              { key: 'mean', label: 'Gemiddeld', cell: ({ mean }) => meanWords(mean), align: 'end' },
            ]}
          />
        </Section>
      )}
      {open.map(({ text, words }) => (
        <Section key={text} title={text} ruled>
          <Words words={words} />
        </Section>
      ))}
    </>
  )
}

function Words({ words }: { words: string[] | null }) {
  if (words === null) return <p>{texts.wiped}</p>
  if (words.length === 0) return <p>Hier schreef niemand iets.</p>
  return (
    <ul className={styles.words}>
      {words.map((said, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same.
        <li key={at}>{said}</li>
      ))}
    </ul>
  )
}
