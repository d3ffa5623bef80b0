import { Unfold } from '#app/ui/act-list.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import type { FormSource } from '#app/ui/form-errors.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { PaperToCheck } from '../verification-queries.server.ts'

type Props = {
  form: FormSource
  fields: { how: FieldSource; reason: FieldSource }
  paper: Pick<PaperToCheck, 'id' | 'changedAt' | 'registerNumberIsProof' | 'number'>
}

/** How one can know. Nothing is looked up in a register without a number. */
function ways({ registerNumberIsProof, number }: Props['paper']) {
  const original = {
    value: 'original',
    label: 'Ik heb het origineel gezien',
    hint: 'Of een scan waaraan je niet twijfelt.',
  }
  const register = { value: 'register', label: 'Ik heb het opgezocht in het register' }
  const issuer = { value: 'issuer', label: 'Wie het uitgaf heeft het bevestigd' }
  if (!number) return [original, issuer]
  return registerNumberIsProof ? [register, original, issuer] : [original, register, issuer]
}

/** Right, and how one knows; or not, and why. */
export function CheckForm({ form, fields, paper }: Props) {
  return (
    <Form form={form} bare>
      {/* Enter in a field presses the first button of a form: this one, which does nothing. */}
      <button type="submit" disabled hidden>
        Niets
      </button>
      <input type="hidden" name="id" value={paper.id} />
      <input type="hidden" name="seenAt" value={new Date(paper.changedAt).toISOString()} />
      <RadioGroup field={fields.how} label="Hoe heb je het nagekeken?" choices={ways(paper)} />
      <Acts>
        <Button name="answer" value="verify">
          Klopt, volgende
        </Button>
      </Acts>
      <Unfold label="Er klopt iets niet" open={Boolean(fields.reason.errors)}>
        <TextField
          field={fields.reason}
          label="Wat klopt er niet?"
          hint="Je collega krijgt dit per mail. Het bewijs telt niet mee tot het is verbeterd."
        />
        <Acts>
          <Button kind="danger" name="answer" value="refuse">
            Wijs af
          </Button>
        </Acts>
      </Unfold>
    </Form>
  )
}
