import { type FieldMetadata, type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { FieldRow, FieldSet, Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { mostOpen, mostScales, type Question } from '../evaluation.ts'

type Values = {
  scales: { text: string; low: string; high: string }[]
  open: { text: string }[]
}

type Props = { questions: readonly Question[]; lastResult: SubmissionResult<string[]> | undefined }

/** A place for each that is asked and one to add, as long as there may be more. */
const places = (asked: number, most: number) =>
  Array.from({ length: Math.min(asked + 1, most) }, (_, at) => at)

/** The questions of an offering: a place for each that may be asked; what stays empty is left out. */
export function QuestionsForm({ questions, lastResult }: Props) {
  const scales = questions.filter((question) => question.kind === 'scale')
  const open = questions.filter((question) => question.kind === 'open')
  const [form, fields] = useForm<Values>({
    lastResult,
    id: 'vragen',
    defaultValue: {
      scales: places(scales.length, mostScales).map((at) => ({
        text: scales[at]?.text ?? '',
        low: scales[at]?.low ?? '',
        high: scales[at]?.high ?? '',
      })),
      open: places(open.length, mostOpen).map((at) => ({ text: open[at]?.text ?? '' })),
    },
  })
  const scaleFields = fields.scales.getFieldList()
  const openFields = fields.open.getFieldList()
  return (
    <Form form={form} keep bare>
      <FieldSet
        legend="Vragen met een cijfer van 1 tot 5"
        hint="Maak een vraag leeg om haar weg te laten. Na het bewaren is er plek voor nog een, tot zes. Staat er niets bij 1 en 5, dan komt er ‘helemaal oneens’ en ‘helemaal eens’."
      >
        {scaleFields.map((scale, at) => (
          <ScaleFields key={scale.name} field={scale} number={at + 1} />
        ))}
      </FieldSet>
      <FieldSet
        legend="Open vragen"
        hint="Niemand hoeft een open vraag te beantwoorden. Je kunt er vier stellen."
      >
        {openFields.map((one, at) => (
          <TextField key={one.name} field={one.getFieldset().text} label={`Open vraag ${at + 1}`} />
        ))}
      </FieldSet>
      <Acts>
        <Button>Bewaar de vragen</Button>
      </Acts>
    </Form>
  )
}

function ScaleFields({ field, number }: { field: FieldMetadata<Values['scales'][number]>; number: number }) {
  const { text, low, high } = field.getFieldset()
  return (
    <>
      <TextField field={text} label={`Vraag ${number}`} />
      <FieldRow>
        <TextField field={low} label={`Vraag ${number}: 1 betekent`} />
        <TextField field={high} label={`Vraag ${number}: 5 betekent`} />
      </FieldRow>
    </>
  )
}
