import { z } from 'zod'
import { parseDay, parseTime } from './dates.ts'

/** Fields as people type them, with the sentence that says how to mend them. For the schemas of `*-form.ts`. */

const trimmed = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** A line of text that must be there. `what` completes the sentence "Vul … in." */
export const requiredText = (what: string, max = 200) =>
  z.preprocess(trimmed, z.string({ error: `Vul ${what} in.` }).max(max, `Houd dit korter dan ${max} tekens.`))

export const optionalText = (max = 200) =>
  z.preprocess(trimmed, z.string().max(max, `Houd dit korter dan ${max} tekens.`).optional())

/** An e-mail address, in lower case. */
export const emailField = (what = 'je e-mailadres') =>
  z.preprocess(
    (value) => trimmed(value)?.toLowerCase(),
    z
      .string({ error: `Vul ${what} in.` })
      .max(200, 'Dit e-mailadres is te lang.')
      .pipe(z.email({ error: 'Dit is geen e-mailadres. Een goed adres ziet eruit als naam@school.nl.' })),
  )

const dayText = z.string().transform((value, context) => {
  const day = parseDay(value)
  if (day) return day
  context.addIssue({ code: 'custom', message: 'Dit is geen datum. Typ die als 3-12-2026.' })
  return z.NEVER
})

export const dayField = (what = 'een datum') =>
  z.preprocess(trimmed, z.string({ error: `Vul ${what} in, als 3-12-2026.` }).pipe(dayText))

export const optionalDay = () => z.preprocess(trimmed, dayText.optional())

export const timeField = (what = 'een tijd') =>
  z.preprocess(
    trimmed,
    z.string({ error: `Vul ${what} in, als 13.30.` }).transform((value, context) => {
      const time = parseTime(value)
      if (time) return time
      context.addIssue({ code: 'custom', message: 'Dit is geen tijd. Typ die als 13.30.' })
      return z.NEVER
    }),
  )

/** A whole number, within bounds. */
export const wholeNumber = (what: string, min: number, max: number) =>
  z.preprocess(
    trimmed,
    z
      .string({ error: `Vul ${what} in.` })
      .regex(/^\d{1,7}$/, `Vul ${what} in als heel getal, van ${min} tot ${max}.`)
      .transform(Number)
      .pipe(
        z
          .number()
          .min(min, `Kies een getal van ${min} tot ${max}.`)
          .max(max, `Kies een getal van ${min} tot ${max}.`),
      ),
  )

/** The same, or nothing. */
export const optionalWholeNumber = (min: number, max: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^\d{1,7}$/, `Vul een heel getal in, van ${min} tot ${max}, of niets.`)
      .transform(Number)
      .pipe(
        z
          .number()
          .min(min, `Kies een getal van ${min} tot ${max}.`)
          .max(max, `Kies een getal van ${min} tot ${max}.`),
      )
      .optional(),
  )

/** An amount of hours with a comma (`7,5`), as whole minutes. */
export const hoursField = (what: string, maxHours = 1000) =>
  z.preprocess(
    trimmed,
    z
      .string({ error: `Vul ${what} in.` })
      .regex(/^\d{1,4}([.,]\d{1,2})?$/, `Vul ${what} in als getal, bijvoorbeeld 7,5.`)
      .transform((value) => Math.round(Number(value.replace(',', '.')) * 60))
      .pipe(z.number().max(maxHours * 60, `Vul niet meer dan ${maxHours} uur in.`)),
  )

/** An amount in euros with a comma (`12,50`), as whole cents. */
export const eurosField = (what: string) =>
  z.preprocess(
    (value) => trimmed(value) ?? '0',
    z
      .string()
      .regex(/^\d{1,6}([.,]\d{2})?$/, `Vul ${what} in als bedrag, bijvoorbeeld 12,50.`)
      .transform((value) => Math.round(Number(value.replace(',', '.')) * 100)),
  )

/** The id of a row that was chosen from a list. */
export const idField = (what: string) =>
  z.preprocess(
    trimmed,
    z
      .string({ error: `Kies ${what}.` })
      .regex(/^[1-9]\d{0,14}$/, `Kies ${what}.`)
      .transform(Number),
  )

export const optionalId = () =>
  z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'Kies iets uit de lijst.')
      .transform(Number)
      .optional(),
  )

export const checkbox = () => z.preprocess((value) => value === 'on' || value === 'true', z.boolean())

/** A text area with one item a line. */
export const linesField = (maxLines = 20, maxLength = 300) =>
  z.preprocess(
    // Empty lines go here: conform would hand an empty line on as nothing at all, which is no text.
    (value) => (typeof value === 'string' ? value.split(/\r?\n/).flatMap((line) => line.trim() || []) : []),
    z
      .array(z.string().max(maxLength, `Houd elke regel korter dan ${maxLength} tekens.`))
      .max(maxLines, `Vul niet meer dan ${maxLines} regels in.`),
  )

/** What a form carries the name of several times, such as a group of boxes to tick; at most `most` of them. */
export const severalField = (most: number) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(200)).max(most),
  )
