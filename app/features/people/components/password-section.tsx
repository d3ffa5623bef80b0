import { useForm } from '@conform-to/react'
import type { Account } from '#app/features/people/account-queries.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { type AccountReply, replyTo } from './account-reply.ts'
import { NewPasswordField } from './new-password-field.tsx'

type Fields = { current: string; password: string }

export function PasswordSection({ account, reply }: { account: Account; reply: AccountReply }) {
  const [form, fields] = useForm<Fields>({ id: 'wachtwoord', lastResult: replyTo(reply, 'password') })
  const username = account.addresses.find(({ isPrimary }) => isPrimary)?.address
  return (
    <Section
      title="Wachtwoord"
      ruled
      intro={
        account.hasPassword
          ? 'Verander je het, dan log je uit op al je andere apparaten.'
          : 'Je hebt nog geen wachtwoord: je logt in met een link per mail. Dat kan zo blijven.'
      }
    >
      <Form form={form} bare>
        <input type="hidden" name="intent" value="password" />
        {/* For password managers, which keep a password with a name. */}
        <input type="hidden" name="username" autoComplete="username" value={username} />
        {account.hasPassword && (
          <TextField
            field={fields.current}
            label="Wachtwoord van nu"
            type="password"
            autoComplete="current-password"
            required
          />
        )}
        <NewPasswordField field={fields.password} />
        <Acts>
          <Button kind="secondary">
            {account.hasPassword ? 'Wachtwoord veranderen' : 'Wachtwoord instellen'}
          </Button>
        </Acts>
      </Form>
    </Section>
  )
}
