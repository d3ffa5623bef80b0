import { paths } from '#app/paths.ts'
import { Eyebrow } from '#app/ui/eyebrow.tsx'
import type { ListedModule } from '../module-queries.server.ts'
import { moduleTexts as texts } from '../module-texts.ts'
import styles from './module-list.module.css'

/** Modules below each other: a picture, what it is about and for whom, and where the words of a search stand in it. */
export function ModuleList({ modules }: { modules: ListedModule[] }) {
  return (
    <ul className={styles.list}>
      {modules.map((module) => (
        <li key={module.id} className={styles.row}>
          <div className={styles.picture}>
            {module.picture && (
              <img
                src={paths.modulePicture(module.picture.id, module.picture.width)}
                width={module.picture.width}
                height={module.picture.height}
                alt=""
                loading="lazy"
              />
            )}
          </div>
          <div className={styles.what}>
            <Eyebrow>{[module.profiles.join(', '), module.company].filter(Boolean).join(' · ')}</Eyebrow>
            <h2 className={styles.title}>
              <a href={paths.module(module.slug)}>{module.title}</a>
            </h2>
            <p>{module.summary}</p>
            {module.excerpt && (
              <p className={styles.facts}>
                {texts.inText} <Excerpt text={module.excerpt} />
              </p>
            )}
            <p className={styles.facts}>
              {[texts.lessons(module.lessons), texts.forWhom(module.levels, module.schoolYears)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A piece of text in which what was found stands between ⟦ and ⟧. */
function Excerpt({ text }: { text: string }) {
  const pieces = text.split(/⟦([^⟧]*)⟧/)
  return (
    <>
      {pieces.map((piece, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once and never changes
        index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
      )}
    </>
  )
}
