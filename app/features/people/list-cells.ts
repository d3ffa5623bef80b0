import { addDays, parseDay } from '#app/platform/dates.ts'

/** What stands in the cells of old lists, as people and spreadsheets write it. */

/** The day of a cell: as people type it, with the day of the week or a time beside it, or as a spreadsheet counts days. */
export function parsePastDay(typed: string): string | undefined {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)[., ]+/, '')
    .replace(/[ t]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?$/, '')
    .replace(/^(\d{1,2}) ([a-z]+)\.? ?’?'?(\d{2}|\d{4})$/, '$1 $2 $3')
  const found = parseDay(bare)
  if (found) return notInTheFuture(typed, found)
  // 45 231 is a day to a spreadsheet whose column lost its format.
  return /^\d{5}$/.test(bare) ? addDays('1899-12-30', Number(bare)) : undefined
}

/** Two figures of a year are of the past here: 3-4-98 was in 1998. */
function notInTheFuture(typed: string, day: string): string {
  const hasCentury = typed.includes(day.slice(0, 4))
  return !hasCentury && Number(day.slice(2, 4)) >= 80 ? `19${day.slice(2)}` : day
}

/** `2,5`, `2.5 uur`, `2:30`, `2u30`, `2 uur en 30 min`, `150 min` → 150; undefined for what is no length of time. */
export function parseMinutes(typed: string): number | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const clock = /^(\d{1,3}):(\d{2})(?::00)?(?: ?u(?:ur)?)?$/.exec(text)
  if (clock) return Number(clock[2]) < 60 ? Number(clock[1]) * 60 + Number(clock[2]) : undefined
  const both = /^(\d{1,3}) ?(?:u|uur|uren|h)\.?,?(?: en)? ?(\d{1,2}) ?(?:m|min|minuten)?\.?$/.exec(text)
  if (both) return Number(both[2]) < 60 ? Number(both[1]) * 60 + Number(both[2]) : undefined
  const minutes = /^(\d{1,5}) ?(?:m|min|minuut|minuten)\.?$/.exec(text)
  if (minutes) return Number(minutes[1])
  const hours = /^(\d{0,4}(?:[.,]\d{1,12})?|\d+½|½) ?(?:u|uur|uren|h)?\.?$/.exec(text.replace(/½$/, ',5'))
  const amount = hours?.[1] ? Number(hours[1].replace(',', '.')) : Number.NaN
  return Number.isFinite(amount) ? Math.round(amount * 60) : undefined
}

const prefix = /^(?:van|von|de|der|den|het|ten|ter|te|in|op|el|la|le|du|'t|’t|'s|’s|bin|ben|da|dos|al)$/i

/** `Sam de Vries`, `Vries, Sam de`, `Anne Marie Jansen` → given and family name; undefined for one word. */
export function splitName(typed: string): { givenName: string; familyName: string } | undefined {
  const [left = '', right] = typed.split(/\s*,\s*/, 2)
  if (right) {
    const words = right.split(' ')
    const first = words.findIndex((word, index) => index > 0 && prefix.test(word))
    const given = first < 0 ? words : words.slice(0, first)
    const prefixes = first < 0 ? [] : words.slice(first)
    return left ? { givenName: given.join(' '), familyName: [...prefixes, left].join(' ') } : undefined
  }
  const words = left.split(' ')
  if (words.length < 2) return undefined
  const first = words.findIndex((word, index) => index > 0 && prefix.test(word))
  const place = first > 0 && first < words.length - 1 ? first : words.length - 1
  return { givenName: words.slice(0, place).join(' '), familyName: words.slice(place).join(' ') }
}

/** How names are compared: their words in any order, without capitals, accents and signs. */
export const nameKey = (name: string): string => plainWords(name).split(' ').filter(Boolean).sort().join(' ')

/** How titles are compared. */
export const titleKey = (title: string): string => plainWords(title).trim().replace(/ +/g, ' ')

const plainWords = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Without what cannot be seen: line ends, control characters, marks that turn the direction of what follows. */
export const visible = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .toWellFormed()
    .trim()
