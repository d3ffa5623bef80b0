import { passwordMinimum } from '#app/features/people/password-rule.ts'
import type { FieldSource } from '#app/ui/field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Choosing a password: password managers may propose and paste one. */
export function NewPasswordField({ field, required = true }: { field: FieldSource; required?: boolean }) {
  return (
    <TextField
      field={field}
      label="Nieuw wachtwoord"
      hint={`Minstens ${passwordMinimum} tekens. Drie woorden achter elkaar zijn sterk, en makkelijk te onthouden.`}
      type="password"
      autoComplete="new-password"
      required={required}
    />
  )
}
