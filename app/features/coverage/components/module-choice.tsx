import { CheckboxGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { formatCount } from '#app/ui/format.ts'
import styles from './module-choice.module.css'

type Module = { code: string; title: string; profileCode: string; taught: boolean }

type Props = {
  field: FieldSource
  profiles: { code: string; title: string; technical: boolean }[]
  modules: Module[]
}

/** The official exam modules to choose from, folded by profile; what is chosen lies open. The technical profiles first. */
export function ModuleChoice({ field, profiles, modules }: Props) {
  const byProfile = Map.groupBy(modules, ({ profileCode }) => profileCode)
  return (
    <div className={styles.profiles}>
      {profiles
        .toSorted((one, other) => Number(other.technical) - Number(one.technical))
        .map(({ code, title }) => {
          const own = byProfile.get(code) ?? []
          const chosen = own.filter(({ taught }) => taught).length
          return (
            <details key={code} open={chosen > 0} className={styles.profile}>
              <summary>
                {`${code}, ${title}`}{' '}
                <span className={styles.chosen}>
                  {chosen > 0 ? `${formatCount(chosen, 'module', 'modules')} gekozen` : 'niet gegeven'}
                </span>
              </summary>
              <CheckboxGroup
                field={field}
                label={`Modules van ${code}`}
                choices={own.map((module) => ({
                  value: module.code,
                  label: `${module.code} ${module.title}`,
                }))}
              />
            </details>
          )
        })}
    </div>
  )
}
