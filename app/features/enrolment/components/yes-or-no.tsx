import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'

/** A question that one press answers, either way. */
export function YesOrNo({ yes, no }: { yes: string; no: string }) {
  return (
    <Form bare>
      <Acts>
        <Button name="answer" value="accept">
          {yes}
        </Button>
        <Button kind="secondary" name="answer" value="decline">
          {no}
        </Button>
      </Acts>
    </Form>
  )
}
