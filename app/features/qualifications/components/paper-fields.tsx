import { DateField } from '#app/ui/date-field.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FieldRow } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type PaperType = {
  scopeLabel: string | null
  registerNumberIsProof: boolean
  issuedBy: string | null
  validityMonths: number | null
  /** What leaving the last day empty comes down to. */
  termSentence: string
}

type Name = 'scope' | 'number' | 'issuedOn' | 'validUntil' | 'issuer' | 'scan'
type Props = {
  type: PaperType
  fields: Record<Exclude<Name, 'scan'>, FieldSource> & { scan?: FieldSource }
  /** What stands with the scan of a paper that has one already. */
  scanHint?: string
}

/** What stands on a paper, asked as this sort of paper has it. */
export function PaperFields({ type, fields, scanHint }: Props) {
  return (
    <>
      {type.scopeLabel && (
        <TextField
          field={fields.scope}
          label="Waarvoor"
          hint={`Zoals het op je bewijs staat: ${type.scopeLabel}.`}
          required
        />
      )}
      <FieldRow>
        <DateField field={fields.issuedOn} label="Afgegeven op" required />
        <DateField
          field={fields.validUntil}
          label="Geldig tot en met"
          hint={type.termSentence}
          {...(type.validityMonths !== null && {
            proposed: { months: type.validityMonths, after: fields.issuedOn.id },
          })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          field={fields.number}
          label={type.registerNumberIsProof ? 'Nummer in het register' : 'Nummer'}
          hint={
            type.registerNumberIsProof
              ? 'Dat nummer is je bewijs: een kopie is niet nodig.'
              : 'Als er een op staat.'
          }
          required={type.registerNumberIsProof}
        />
        <TextField
          field={fields.issuer}
          label="Afgegeven door"
          hint={type.issuedBy ? `Meestal: ${type.issuedBy}.` : 'Wie het opleidde of examineerde.'}
        />
      </FieldRow>
      {fields.scan && !type.registerNumberIsProof && (
        <FileField
          field={fields.scan}
          label="Scan of foto"
          hint={
            scanHint ??
            'JPG, PNG, WebP of PDF, hooguit 15 MB. Alleen wie je bewijs controleert ziet het, en alleen zolang dat duurt.'
          }
          accept=".jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf"
        />
      )}
    </>
  )
}
