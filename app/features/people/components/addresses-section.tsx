import { useForm } from '@conform-to/react'
import type { Account } from '#app/features/people/account-queries.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import styles from './account.module.css'
import { type AccountReply, replyTo } from './account-reply.ts'

type Props = { account: Account; reply: AccountReply }
type Address = Account['addresses'][number]

export function AddressesSection({ account, reply }: Props) {
  const [form, fields] = useForm<{ address: string }>({
    id: 'adres',
    lastResult: replyTo(reply, 'add-address'),
  })
  const [row] = useForm({ id: 'adressen', lastResult: replyTo(reply, 'address') })
  const confirmed = account.addresses.filter(({ isConfirmed }) => isConfirmed)
  return (
    <Section
      title="E-mailadressen"
      ruled
      intro="Met elk bevestigd adres kun je inloggen. Je mail gaat naar je hoofdadres."
    >
      <FormErrors form={row} />
      <ul className={styles.rows}>
        {account.addresses.map((address) => (
          <li key={address.id} className={styles.row}>
            <div className={styles.what}>
              <strong>{address.address}</strong>
              <AddressState address={address} />
            </div>
            <AddressActs
              address={address}
              removable={!address.isPrimary && (!address.isConfirmed || confirmed.length > 1)}
            />
          </li>
        ))}
      </ul>
      <Form form={form} bare>
        <input type="hidden" name="intent" value="add-address" />
        <TextField
          field={fields.address}
          label="Nog een e-mailadres"
          hint="Wij mailen er een link heen. Daarmee bevestig je dat het van jou is."
          type="email"
          autoComplete="email"
          required
        />
        <Acts>
          <Button kind="secondary">Adres toevoegen</Button>
        </Acts>
      </Form>
    </Section>
  )
}

function AddressState({ address }: { address: Address }) {
  if (address.isRefused) return <StateBadge tone="stop">mail komt niet aan</StateBadge>
  if (!address.isConfirmed) return <StateBadge tone="warn">nog niet bevestigd</StateBadge>
  return <StateBadge tone="ok">{address.isPrimary ? 'hoofdadres' : 'bevestigd'}</StateBadge>
}

function AddressActs({ address, removable }: { address: Address; removable: boolean }) {
  return (
    <form method="post" className={styles.acts}>
      <input type="hidden" name="addressId" value={address.id} />
      <input type="hidden" name="address" value={address.address} />
      {address.isConfirmed && !address.isPrimary && (
        <Button
          kind="quiet"
          small
          name="intent"
          value="make-primary"
          aria-label={`${address.address} hoofdadres maken`}
        >
          Maak hoofdadres
        </Button>
      )}
      {!address.isConfirmed && (
        <Button
          kind="quiet"
          small
          name="intent"
          value="add-address"
          aria-label={`De link nog eens mailen naar ${address.address}`}
        >
          Mail de link nog eens
        </Button>
      )}
      {removable && (
        <Button
          kind="quiet"
          small
          name="intent"
          value="remove-address"
          aria-label={`${address.address} verwijderen`}
        >
          Verwijder
        </Button>
      )}
    </form>
  )
}
