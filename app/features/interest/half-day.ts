/** The half-days of a school week: the words in which people say when they can, and the rules count. */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
export const parts = ['morning', 'afternoon', 'evening'] as const
export type Weekday = (typeof weekdays)[number]
export type Part = (typeof parts)[number]
export type HalfDay = `${Weekday}_${Part}`

export const weekdayWords: Record<Weekday, string> = {
  mon: 'maandag',
  tue: 'dinsdag',
  wed: 'woensdag',
  thu: 'donderdag',
  fri: 'vrijdag',
}
export const partWords: Record<Part, string> = { morning: 'ochtend', afternoon: 'middag', evening: 'avond' }

export const halfDays: readonly HalfDay[] = weekdays.flatMap((day) =>
  parts.map((part): HalfDay => `${day}_${part}`),
)

export const isHalfDay = (value: string): value is HalfDay => (halfDays as readonly string[]).includes(value)

/** 'dinsdagmiddag' */
export function halfDayWord(halfDay: HalfDay): string {
  const [day, part] = halfDay.split('_') as [Weekday, Part]
  return weekdayWords[day] + partWords[part]
}

/** Every half-day has a number, the same as `half_day_of` in the database gives: days since 2000, times three. */
export function halfDayNumber(day: string, part: Part): number {
  return ((Date.parse(day) - Date.UTC(2000, 0, 1)) / 86_400_000) * 3 + parts.indexOf(part)
}

/** The day and the part of it that such a number stands for. */
export function halfDayFrom(number: number): { day: string; part: Part } {
  const instant = new Date(Date.UTC(2000, 0, 1) + Math.floor(number / 3) * 86_400_000)
  return { day: instant.toISOString().slice(0, 10), part: parts[number % 3] as Part }
}

/** The half-day of the week of a number; undefined in a weekend. */
export function halfDayOfWeek(number: number): HalfDay | undefined {
  const { day, part } = halfDayFrom(number)
  const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7]
  return weekday && `${weekday}_${part}`
}
