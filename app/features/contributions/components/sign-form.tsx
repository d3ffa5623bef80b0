import { Acts, Button } from '#app/ui/button.tsx'
import { FieldSet, Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { rounding } from '../contribution-texts.ts'
import { type LineToSign, SignLine } from './sign-line.tsx'

type Props = {
  lines: LineToSign[]
  /** Who signs, filled in beforehand. */
  name: string
  problem?: { sentence: string; field?: string | undefined; lineId?: number | undefined } | undefined
  typed: Record<string, string>
}

/** All lines in one form, so that a name is typed once; each button says which line it answers. */
export function SignForm({ lines, name, problem, typed }: Props) {
  const lineId = problem?.lineId
  const ofLine = lines.some(({ id }) => id === lineId) ? lineId : undefined
  return (
    <Form bare aria-label="Tekenen">
      {/* Enter in a field presses the first button of a form: this one, which does nothing. */}
      <button type="submit" disabled hidden>
        Niets
      </button>
      {problem && (
        <Notice kind="stop" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <FieldSet legend="Wie tekent">
        <TextField
          field={{
            id: 'naam',
            name: 'name',
            defaultValue: typed.name ?? name,
            errors: problem?.field === 'name' ? [problem.sentence] : undefined,
          }}
          label="Je naam"
          autoComplete="name"
          required
        />
        <TextField
          field={{ id: 'functie', name: 'role', defaultValue: typed.role }}
          label="Je functie"
          hint="Mag leeg blijven."
          autoComplete="organization-title"
        />
      </FieldSet>
      {lines.map((line) => (
        <SignLine
          key={line.id}
          line={line}
          typed={typed}
          problem={
            line.id === ofLine && problem && (problem.field === 'amount' || problem.field === 'reason')
              ? { field: problem.field, sentence: problem.sentence }
              : undefined
          }
        />
      ))}
      <Acts>
        <Button name="act" value="agree-all">
          {lines.length === 1 ? 'Akkoord' : `Alles akkoord (${formatCount(lines.length, 'regel', 'regels')})`}
        </Button>
      </Acts>
      <p>
        {rounding} Bij je handtekening bewaren we je naam, je functie, het tijdstip en de tekst die je las.
      </p>
    </Form>
  )
}
