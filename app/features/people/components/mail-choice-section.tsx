import { useForm } from '@conform-to/react'
import type { Account } from '#app/features/people/account-queries.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/section.tsx'
import { type AccountReply, replyTo } from './account-reply.ts'
import { MailKindsForm } from './mail-kinds-form.tsx'

export function MailChoiceSection({ account, reply }: { account: Account; reply: AccountReply }) {
  const [form, fields] = useForm<{ mailChoice: string }>({
    id: 'mail',
    lastResult: replyTo(reply, 'mail-choice'),
    defaultValue: { mailChoice: account.mailChoice },
  })
  return (
    <Section title="Mail" ruled>
      <Form form={form} bare>
        <input type="hidden" name="intent" value="mail-choice" />
        <RadioGroup
          field={fields.mailChoice}
          label="Wanneer wil je mail van ons?"
          hint="Wat haast heeft, zoals een plek die vrijkomt of een bijeenkomst die verandert, mailen we altijd meteen."
          choices={[
            { value: 'at_once', label: 'Meteen' },
            { value: 'digest', label: 'Eén keer per dag, bij elkaar' },
          ]}
        />
        <Acts>
          <Button kind="secondary">Keuze opslaan</Button>
        </Acts>
      </Form>
      <MailKindsForm account={account} />
    </Section>
  )
}
