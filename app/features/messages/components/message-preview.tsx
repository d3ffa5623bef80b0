import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { MailText } from '#app/ui/mail-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { audienceWords, messageTexts } from '../edition-message-texts.ts'
import type { MessageValues } from './message-fields.tsx'

type Props = {
  values: MessageValues
  title: string
  writer: string
  reached: number
  unreached: readonly string[]
}

/** The message as its readers get it, to how many it goes, and the one press that sends it. */
export function MessagePreview({ values, title, writer, reached, unreached }: Props) {
  const { formKey, audience, meetingId, subject, body } = values
  const people = formatCount(reached, 'mens', 'mensen')
  return (
    <>
      <Sheet
        eyebrow={`${subject} (${title})`}
        cells={[
          { label: 'Aan', value: audienceWords[audience] },
          { label: 'Hoeveel', value: people },
        ]}
      >
        <MailText
          text={[
            messageTexts.from(writer, title),
            body.replaceAll('\r\n', '\n'),
            messageTexts.answer(writer),
          ].join('\n\n')}
        />
      </Sheet>
      {unreached.length > 0 && <Notice kind="warn">{messageTexts.unreached(unreached)}</Notice>}
      <Form bare>
        {Object.entries({ formKey, audience, meetingId, subject }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <textarea name="body" defaultValue={body} hidden readOnly />
        <Acts>
          <Button name="act" value="send">
            {`Verstuur aan ${people}`}
          </Button>
          <Button kind="secondary" name="act" value="edit">
            Pas aan
          </Button>
        </Acts>
      </Form>
    </>
  )
}
