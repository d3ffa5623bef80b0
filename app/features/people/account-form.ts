import { z } from 'zod'
import { emailField, idField, optionalText, requiredText } from '#app/platform/fields.server.ts'
import { mailKindNames } from '#app/platform/mail/mail-kinds.ts'
import { newPassword } from './password-form.ts'

/** What somebody may submit about their own account: one form for each part of the page. */

const telephone = optionalText(30).refine(
  (value) => value === undefined || /^\+?[0-9][0-9 ()-]{7,}$/.test(value),
  'Dit is geen telefoonnummer. Typ het als 06 12345678.',
)

export const profileForm = z.object({
  givenName: requiredText('je voornaam', 80),
  familyName: requiredText('je achternaam', 120),
  telephone,
})
export const newAddressForm = z.object({ address: emailField('een e-mailadres') })
export const addressForm = z.object({ addressId: idField('een adres') })
export const changePasswordForm = z.object({
  current: z.string().max(1000, 'Dit wachtwoord is te lang.').optional(),
  password: newPassword,
})
export const mailChoiceForm = z.object({
  mailChoice: z.enum(['at_once', 'digest'], { error: 'Kies een van de twee.' }),
})
export const mailKindsForm = z.object({
  // Nothing ticked comes as nothing at all, one as itself.
  wanted: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(mailKindNames, { error: 'Kies uit de lijst.' })).max(20),
  ),
})
/** What comes to the page behind the link in a mail: the one press, or the choice for each sort. */
export const leaveMailForm = z.union([
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
  mailKindsForm.extend({ act: z.literal('choose') }),
])
export const sessionForm = z.object({ idHash: z.string().regex(/^[0-9a-f]{64}$/) })
