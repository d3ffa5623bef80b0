import { Acts, Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form } from '#app/ui/form.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ManagedPerson } from '../managed-people-queries.server.ts'

type Address = ManagedPerson['addresses'][number]

/** The addresses of a person, each with what can be done with it. */
export function PersonAddresses({ addresses, changeable }: { addresses: Address[]; changeable: boolean }) {
  if (addresses.length === 0) {
    return (
      <EmptyState title="Geen e-mailadres">
        Zonder adres kan deze persoon niet inloggen en komt er geen mail.
      </EmptyState>
    )
  }
  return (
    <Table
      caption="E-mailadressen"
      rows={addresses}
      rowKey={(row) => row.id}
      columns={[
        { key: 'address', label: 'Adres', heading: true, cell: (row) => row.address },
        { key: 'state', label: 'Stand', cell: stateOf },
        {
          key: 'acts',
          label: 'Wijzigen',
          unlabelled: true,
          cell: (row) =>
            changeable && (
              <Acts>
                {row.refusedAt && <AddressAct address={row} act="works" label="Werkt weer" />}
                {!row.isPrimary && row.confirmedAt && (
                  <AddressAct address={row} act="primary" label="Maak hoofdadres" />
                )}
                {!row.isPrimary && <AddressAct address={row} act="take" label="Verwijder" />}
              </Acts>
            ),
        },
      ]}
    />
  )
}

function stateOf(row: Address) {
  if (row.refusedAt) return <StateBadge tone="stop">mail komt niet aan</StateBadge>
  if (row.isPrimary) return <StateBadge tone="ok">hoofdadres</StateBadge>
  if (!row.confirmedAt) return <StateBadge tone="warn">nog niet bevestigd</StateBadge>
  return <StateBadge>bevestigd</StateBadge>
}

function AddressAct({ address, act, label }: { address: Address; act: string; label: string }) {
  return (
    <Form bare>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="addressId" value={address.id} />
      <Button kind="quiet" small aria-label={`${address.address}: ${label.toLowerCase()}`}>
        {label}
      </Button>
    </Form>
  )
}
