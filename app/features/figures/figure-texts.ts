import { formatCents, formatNumber } from '#app/ui/format.ts'
import type { Measure } from './figure.ts'

/** A number as it stands in a table: hours with at most two decimals, euros, or just the number. */
export function figureWords(measure: Measure, value: number): string {
  if (measure === 'cents') return formatCents(value)
  return formatNumber(measure === 'minutes' ? value / 60 : value)
}

export const noneWords = {
  project: 'Zonder project',
  goal: 'Zonder doel',
  profile: 'Zonder profiel',
  organisation: 'Zonder organisatie',
  year: 'Zonder schooljaar',
} as const
