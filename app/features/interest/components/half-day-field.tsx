import { CheckboxGrid } from '#app/ui/checkbox-grid.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { parts, partWords, weekdays, weekdayWords } from '../half-day.ts'

const rows = weekdays.map((key) => ({ key, label: weekdayWords[key] }))
const columns = parts.map((key) => ({ key, label: partWords[key] }))

/** When somebody can: a tick for each half-day of the week. */
export function HalfDayField(props: FieldProps) {
  return <CheckboxGrid {...props} rows={rows} columns={columns} cellValue={(day, part) => `${day}_${part}`} />
}
