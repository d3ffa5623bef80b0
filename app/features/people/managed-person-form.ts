import { z } from 'zod'
import {
  dayField,
  emailField,
  idField,
  optionalDay,
  optionalId,
  requiredText,
} from '#app/platform/fields.server.ts'
import { collectiveAgreements, membershipRoles, regionRoles, staffKinds } from './membership-texts.ts'

/** What the desk submits about a person. */

const empty = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const telephone = z.preprocess(
  empty,
  z
    .string()
    .regex(/^\+?[\d\s()-]{8,30}$/, 'Dit is geen telefoonnummer. Typ het als 06 12345678.')
    .optional(),
)

const names = { givenName: requiredText('de voornaam', 60), familyName: requiredText('de achternaam', 80) }
const role = z.enum(membershipRoles, { error: 'Kies een rol.' })

export const correctPersonForm = z.object({ ...names, telephone })
export type CorrectPerson = z.output<typeof correctPersonForm>

/** Where somebody works, chosen as one thing: `12` is an organisation, `12-3` a team of it. */
const place = z.preprocess(
  empty,
  z
    .string({ error: 'Kies een organisatie.' })
    .regex(/^\d{1,15}(-\d{1,15})?$/, 'Kies een organisatie uit de lijst.')
    .transform((value) => {
      const [organisationId, teamId] = value.split('-').map(Number)
      return { organisationId: organisationId as number, teamId }
    }),
)

export const newPersonForm = z.object({
  ...names,
  telephone,
  address: z.preprocess(empty, emailField('het e-mailadres').optional()),
  place: z.preprocess(empty, place.optional()),
  role,
  invite: z.preprocess((value) => value === 'on', z.boolean()),
})

export const addressForm = z.object({ address: emailField('het e-mailadres') })

export const startMembershipForm = z.object({ place, role, startsOn: dayField('de eerste dag') })

const factor = z.preprocess(
  empty,
  z
    .string()
    .regex(/^[01]([.,]\d{1,3})?$/, 'Vul de deeltijdfactor in als 0,8.')
    .transform((value) => Number(value.replace(',', '.')))
    .pipe(z.number().gt(0, 'Kies meer dan 0.').max(1.5, 'Kies 1,5 of minder.'))
    .optional(),
)

export const changeMembershipForm = z.object({
  teamId: optionalId(),
  role,
  staffKind: z.preprocess(empty, z.enum(staffKinds, { error: 'Kies uit de lijst.' }).optional()),
  collectiveAgreement: z.preprocess(
    empty,
    z.enum(collectiveAgreements, { error: 'Kies uit de lijst.' }).optional(),
  ),
  partTimeFactor: factor,
  from: optionalDay(),
})
export type ChangeMembership = z.output<typeof changeMembershipForm>

export const endMembershipForm = z.object({ endsOn: dayField('de laatste dag') })

export const regionRolesForm = z.object({ roles: z.array(z.enum(regionRoles)).max(3).default([]) })

/** The small acts on the page of one person: a button each. */
export const personActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite') }),
  z.object({ act: z.literal('close') }),
  z.object({ act: z.literal('reopen') }),
  z.object({ act: z.literal('primary'), addressId: idField('een adres') }),
  z.object({ act: z.literal('take'), addressId: idField('een adres') }),
  z.object({ act: z.literal('works'), addressId: idField('een adres') }),
])
