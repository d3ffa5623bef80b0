import { z } from 'zod'
import { checkbox, linesField, optionalId, optionalText, requiredText } from '#app/platform/fields.server.ts'
import { newOrganisation, readOrganisationOption } from './organisation-choice.ts'
import { holidayRegions, organisationKinds } from './organisation-texts.ts'

/** What the desk submits about organisations, their sites, rooms and teams. */

const trimmed = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const kinds = z.array(z.enum(organisationKinds)).min(1, 'Kies wat voor organisatie dit is.').max(7)

export const organisationForm = z.object({
  name: requiredText('de naam', 120),
  town: requiredText('de plaats', 80),
  kinds: z.preprocess((value) => [value ?? []].flat(), kinds),
  isPartner: checkbox(),
  sector: optionalText(80),
  chamberOfCommerceNumber: z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^\d{8}$/, 'Een KvK-nummer heeft 8 cijfers.')
      .optional(),
  ),
  website: z.preprocess(
    trimmed,
    z
      .string()
      .max(200, 'Dit webadres is te lang.')
      .transform((value) => (/^[a-z]+:/i.test(value) ? value : `https://${value}`))
      .pipe(z.url({ protocol: /^https?$/, error: 'Dit is geen webadres. Typ het als www.school.nl.' }))
      .optional(),
  ),
})
export type OrganisationInput = z.output<typeof organisationForm>

export const siteForm = z.object({
  name: requiredText('de naam van de locatie', 120),
  street: optionalText(120),
  postcode: z.preprocess(
    (value) => trimmed(value)?.toUpperCase().replace(/\s+/g, ' '),
    z
      .string()
      .regex(/^\d{4} ?[A-Z]{2}$/, 'Typ de postcode als 7411 AB.')
      .optional(),
  ),
  town: requiredText('de plaats', 80),
  holidayRegion: z.enum(holidayRegions, { error: 'Kies een vakantieregio.' }),
  directions: optionalText(500),
  newRooms: linesField(50, 80),
})
export type SiteInput = z.output<typeof siteForm>

export const roomForm = z.object({ name: requiredText('de naam van het lokaal', 80) })

export const teamForm = z.object({
  name: requiredText('de naam van het team', 80),
  siteId: optionalId(),
  approvesEnrolments: checkbox(),
})
export type TeamInput = z.output<typeof teamForm>

/** Which organisation somebody meant: one that is known, or a new one. */
export const linkSuggestionForm = z
  .object({
    act: z.enum(['link', 'dismiss']).default('link'),
    place: optionalText(40),
    name: optionalText(120),
    town: optionalText(80),
    kind: z.preprocess(
      trimmed,
      z.enum(organisationKinds, { error: 'Kies wat voor organisatie dit is.' }).optional(),
    ),
  })
  .transform(({ act, place, name, town, kind }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (act === 'dismiss') return { dismiss: true as const }
    if (place !== newOrganisation) {
      const existing = readOrganisationOption(place ?? '')
      if (existing) return { existing }
      complain('place', 'Kies welke organisatie dit is.')
      return z.NEVER
    }
    if (!name) complain('name', 'Vul de naam in.')
    if (!town) complain('town', 'Vul de plaats in.')
    if (!kind) complain('kind', 'Kies wat voor organisatie dit is.')
    if (!name || !town || !kind) return z.NEVER
    return { created: { name, town, kinds: [kind], isPartner: false } }
  })
