import { useForm } from '@conform-to/react'
import type { Account } from '#app/features/people/account-queries.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { type AccountReply, replyTo } from './account-reply.ts'

type Fields = { givenName: string; familyName: string; telephone: string }

export function ProfileSection({ account, reply }: { account: Account; reply: AccountReply }) {
  const [form, fields] = useForm<Fields>({
    id: 'gegevens',
    lastResult: replyTo(reply, 'profile'),
    defaultValue: {
      givenName: account.givenName,
      familyName: account.familyName,
      telephone: account.telephone ?? '',
    },
  })
  return (
    <Section title="Naam en telefoon" ruled>
      <Form form={form} bare>
        <input type="hidden" name="intent" value="profile" />
        <TextField field={fields.givenName} label="Voornaam" autoComplete="given-name" required />
        <TextField
          field={fields.familyName}
          label="Achternaam"
          hint="Zo komt je naam op je bewijzen en certificaten. Wat al is uitgegeven, verandert niet mee."
          autoComplete="family-name"
          required
        />
        <TextField
          field={fields.telephone}
          label="Telefoonnummer"
          hint="Hoeft niet. Alleen je trainer en de coördinator zien het, voor de dag zelf."
          type="tel"
          autoComplete="tel"
        />
        <Acts>
          <Button kind="secondary">Gegevens opslaan</Button>
        </Acts>
      </Form>
    </Section>
  )
}
