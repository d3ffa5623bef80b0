import type { SubmissionResult } from '@conform-to/react'
import { Unfold } from '#app/ui/act-list.tsx'
import { Button, type ButtonKind } from '#app/ui/button.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** What came back of a form of the desk: each row looks whether it is about itself. */
export type DeskReply = SubmissionResult<string[]> | undefined

/** One press that finishes a row. */
export function DeskButton({
  act,
  id,
  children,
  name,
  kind = 'secondary',
}: {
  act: string
  id: number
  children: string
  /** What it is called among all the others on the desk. */
  name: string
  kind?: ButtonKind
}) {
  return (
    <Form bare>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <Button kind={kind} small aria-label={name}>
        {children}
      </Button>
    </Form>
  )
}

type TextProps = {
  act: string
  id: number
  about?: Record<string, number>
  /** What unfolds it. */
  fold: string
  field: string
  label: string
  hint?: string
  type?: 'text' | 'email'
  button: string
  name: string
  kind?: ButtonKind
  reply: DeskReply
}

/** The answer that needs a line of text: unfolded first, or when that line must be mended. */
export function DeskText({ act, id, about = {}, fold, field, reply, ...words }: TextProps) {
  const typed = reply?.initialValue
  const mine = typed?.act === act && typed?.id === String(id)
  const errors = mine ? (reply?.error?.[field] ?? undefined) : undefined
  const value = mine ? String(typed?.[field] ?? '') : ''
  return (
    <Unfold label={fold} open={errors ? true : undefined}>
      <Form bare>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="id" value={id} />
        {Object.entries(about).map(([name, number]) => (
          <input key={name} type="hidden" name={name} value={number} />
        ))}
        <TextField
          field={{ ...filterField(field, value), id: `${act}-${id}`, errors }}
          label={words.label}
          hint={words.hint}
          type={words.type}
        />
        <p>
          <Button kind={words.kind ?? 'danger'} small aria-label={words.name}>
            {words.button}
          </Button>
        </p>
      </Form>
    </Unfold>
  )
}
