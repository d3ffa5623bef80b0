import type { Account } from '#app/features/people/account-queries.server.ts'
import { mailKindNames } from '#app/platform/mail/mail-kinds.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { MailKindFields } from './mail-kind-fields.tsx'

/** The same choice as behind the link in a mail, on one's own page. */
export function MailKindsForm({ account }: { account: Account }) {
  return (
    <Form bare id="soorten-mail">
      <input type="hidden" name="intent" value="mail-kinds" />
      <MailKindFields wanted={mailKindNames.filter((kind) => !account.leftMailKinds.includes(kind))} />
      <Acts>
        <Button kind="secondary">Soorten mail opslaan</Button>
      </Acts>
    </Form>
  )
}
