import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { anyProof, type CatalogueFilter, isFiltered, kindInAddress } from '../catalogue-filter.ts'
import type { CatalogueQuestion } from '../catalogue-form.ts'
import type { CatalogueChoices } from '../catalogue-queries.server.ts'
import { catalogueTexts, kindWords } from '../catalogue-texts.ts'
import { offeringKinds } from '../offering.ts'
import styles from './catalogue-filters.module.css'

type Props = {
  question: CatalogueQuestion
  choices: CatalogueChoices
  action: string
  /** In the month view the month is the period, and stands in the address with the filters. */
  month?: string
}

/** What the catalogue can be narrowed down by: the most asked for in sight, the rest behind one press. */
export function CatalogueFilters({ question, choices, action, month }: Props) {
  const { filter } = question
  return (
    <search aria-label="Zoek in het aanbod">
      <form action={action} className={styles.form} data-auto-submit>
        <div className={styles.search}>
          <TextField
            field={filterField('zoek', filter.search)}
            label={catalogueTexts.searchLabel}
            type="search"
          />
          <Button kind="secondary">Zoek</Button>
        </div>
        <div className={styles.first}>
          <SelectField
            field={filterField('soort', filter.kind && kindInAddress[filter.kind])}
            label="Soort"
            empty="elke soort"
            choices={offeringKinds.map((kind) => ({ value: kindInAddress[kind], label: kindWords[kind] }))}
          />
          <SelectField
            field={filterField('profiel', filter.profile)}
            label="Profiel"
            empty="elk profiel"
            choices={choices.profiles.map(({ code, title }) => ({ value: code, label: `${code}: ${title}` }))}
          />
          <SelectField
            field={filterField('plaats', filter.place)}
            label="Plaats"
            empty="elke plaats"
            choices={choices.places.map((place) => ({ value: place, label: place }))}
          />
          <Checkbox field={filterField('plek', filter.free ? 'on' : null)} label="Nog plek vrij" />
        </div>
        {month && <input type="hidden" name="maand" value={month} />}
        <div className={styles.rest}>
          <MoreFilters question={question} choices={choices} withPeriod={!month} />
          {isFiltered(filter) && <a href={action}>Wis filters</a>}
        </div>
      </form>
    </search>
  )
}

type MoreProps = Pick<Props, 'question' | 'choices'> & { withPeriod: boolean }

function MoreFilters({ question: { filter, typed, problems }, choices, withPeriod }: MoreProps) {
  return (
    <details className={styles.more} open={usesMore(filter) || Object.keys(problems).length > 0}>
      <summary>Meer filters</summary>
      <div className={styles.fields}>
        <SelectField
          field={filterField('module', filter.module)}
          label="Examenmodule"
          empty="elke module"
          choices={choices.modules.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        />
        <SelectField
          field={filterField('bewijs', filter.proof)}
          label="Bewijs"
          empty="met of zonder bewijs"
          choices={[
            { value: anyProof, label: 'elk bewijs' },
            ...choices.proofs.map(({ code, title }) => ({ value: code, label: title })),
          ]}
        />
        <SelectField
          field={filterField('project', filter.project?.toString())}
          label="Project"
          empty="elk project"
          choices={choices.projects.map(({ number, title }) => ({
            value: number,
            label: `${number}. ${title}`,
          }))}
        />
        <SelectField
          field={filterField('doel', filter.goal?.toString())}
          label="Doel"
          empty="elk doel"
          choices={choices.goals.map(({ number, title }) => ({
            value: number,
            label: `${number}. ${title}`,
          }))}
        />
        {withPeriod && (
          <>
            <DateField
              field={{
                ...filterField('vanaf', typed.from),
                errors: problems.from ? [problems.from] : undefined,
              }}
              label="Vanaf"
            />
            <DateField
              field={{
                ...filterField('tot', typed.until),
                errors: problems.until ? [problems.until] : undefined,
              }}
              label="Tot en met"
            />
          </>
        )}
      </div>
    </details>
  )
}

function usesMore({ module, proof, project, goal, from, until }: CatalogueFilter): boolean {
  return [module, proof, project, goal, from, until].some((value) => value !== null)
}
