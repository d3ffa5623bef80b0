import { Section } from '#app/ui/section.tsx'
import type { WordsOfProfile } from '../coverage-texts.ts'
import styles from './coverage-words.module.css'

/** The gaps of a school in words, each with its next chance; as much as one sheet holds. */
export function CoverageWords({ profiles, left }: { profiles: WordsOfProfile[]; left: number }) {
  return (
    <div className={styles.sheet}>
      {profiles.map(({ profile, title, general, modules }) => (
        <Section key={profile} title={`${profile}, ${title}`}>
          {general.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {modules.length > 0 && (
            <dl className={styles.gaps}>
              {modules.map(({ name, sentences }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{sentences.join(' ')}</dd>
                </div>
              ))}
            </dl>
          )}
        </Section>
      ))}
      {left > 0 && (
        <p>{`En nog ${left} ${left === 1 ? 'module' : 'modules'} met een gat; die staan in het overzicht.`}</p>
      )}
    </div>
  )
}
