import type { MailKind } from '#app/platform/mail/mail-kinds.ts'
import { mailKindNames, mailKinds } from '#app/platform/mail/mail-kinds.ts'
import { CheckboxGroup } from '#app/ui/choice-fields.tsx'

/** The sorts of mail one may leave, each a box to tick. */
export function MailKindFields({ wanted }: { wanted: readonly MailKind[] }) {
  return (
    <CheckboxGroup
      field={{ id: 'wanted', name: 'wanted', defaultOptions: [...wanted] }}
      label="Welke mail wil je?"
      hint="Bevestigingen, wijzigingen, afgelastingen en vragen die op je antwoord wachten, mailen we altijd."
      choices={mailKindNames.map((kind) => ({
        value: kind,
        label: mailKinds[kind].label,
        hint: mailKinds[kind].hint,
      }))}
    />
  )
}
