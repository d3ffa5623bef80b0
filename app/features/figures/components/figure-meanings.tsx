import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Dimension, dimensionWords, measures, measureWords, uniqueNote } from '../figure.ts'

/** What each number means, in the words that the queries obey. */
export function FigureMeanings({ per }: { per: Dimension }) {
  return (
    <Section title="Wat telt als wat" id="uitleg" ruled>
      <DefinitionList
        items={measures.map((measure) => ({
          term: measureWords[measure].title,
          value: measureWords[measure].meaning,
        }))}
      />
      <p>{uniqueNote}</p>
      {dimensionWords[per].note && <p>{dimensionWords[per].note}</p>}
    </Section>
  )
}
