import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { points, type Question } from '../evaluation.ts'
import { evaluationTexts as texts } from '../evaluation-texts.ts'

type Props = {
  questions: Question[]
  openUntil: string
  required: boolean
  lastResult: SubmissionResult<string[]> | undefined
}

/** The form that a participant fills in, by link or logged in. */
export function EvaluationForm({ questions, openUntil, required, lastResult }: Props) {
  const [form, fields] = useForm<Record<string, string>>({ lastResult, id: 'evaluatie' })
  const field = (name: string) => {
    const found = fields[name]
    if (!found) throw new Error(`There is no field ${name}.`)
    return found
  }
  return (
    <>
      <p>{texts.anonymous}</p>
      <p>
        {texts.until(openUntil)} {texts.once} {required && texts.required}
      </p>
      <Form form={form} keep>
        {questions
          .filter((question) => question.kind === 'scale')
          .map((scale, at) => (
            <ScaleField
              key={scale.text}
              field={field(`scale${at}`)}
              label={scale.text}
              required
              points={points}
              low={scale.low}
              high={scale.high}
            />
          ))}
        {questions
          .filter((question) => question.kind === 'open')
          .map(({ text }, at) => (
            <TextArea key={text} field={field(`open${at}`)} label={text} rows={4} />
          ))}
        <Acts>
          <Button>Verstuur je antwoorden</Button>
        </Acts>
      </Form>
    </>
  )
}
