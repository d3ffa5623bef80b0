import { paths } from '#app/paths.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear, formatList } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import type { ManagedPerson } from '../managed-people-queries.server.ts'
import { regionRoleWords } from '../membership-texts.ts'

type Props = {
  person: ManagedPerson
  may: { secure: boolean; grant: boolean; merge: boolean; isSelf: boolean }
}

/** How somebody's account stands, and what can be done about it. */
export function PersonAccount({ person, may }: Props) {
  const closed = person.deactivatedAt !== null
  // Of who was merged or erased nothing is left to change.
  const merged = person.mergedIntoId !== null || person.erasedAt !== null
  const inUse = person.hasPassword || person.lastSeenAt !== null || person.linkUsedAt !== null
  return (
    <>
      <TitleBlock
        cells={[
          { label: 'Account', value: <AccountState person={person} inUse={inUse} /> },
          { label: 'Telefoon', value: person.telephone ?? 'niet bekend' },
          {
            label: 'Rol in de regio',
            value: formatList(person.regionRoles.map((role) => regionRoleWords[role])) || 'geen',
          },
          { label: 'Uitgenodigd', value: person.invitedAt ? formatDayYear(person.invitedAt) : 'niet' },
          { label: 'Hier sinds', value: formatDayYear(person.createdAt) },
        ]}
      />
      <Acts>
        {!merged && !closed && person.addresses.length > 0 && !inUse && (
          <AccountAct act="invite" label={person.invitedAt ? 'Nodig opnieuw uit' : 'Nodig uit'} />
        )}
        {!merged && may.grant && (
          <LinkButton kind="secondary" href={paths.setRegionRoles(person.id)}>
            Rol in de regio
          </LinkButton>
        )}
        {!merged && may.merge && (
          <LinkButton kind="secondary" href={`${paths.mergePeople()}?blijft=${person.id}`}>
            Voeg samen
          </LinkButton>
        )}
        <LinkButton kind="secondary" href={`${paths.journal()}?over=person&nummer=${person.id}`}>
          In het journaal
        </LinkButton>
        {!merged &&
          may.secure &&
          !may.isSelf &&
          (closed ? (
            <AccountAct act="reopen" label="Open het account weer" />
          ) : (
            <AccountAct act="close" label="Sluit het account af" danger />
          ))}
        {!merged && may.secure && !may.isSelf && (
          <LinkButton
            kind={person.erasureAskedAt ? 'secondary' : 'quiet'}
            href={paths.erasePerson(person.id)}
          >
            {person.erasureAskedAt ? 'Vroeg om wissen' : 'Wis deze persoon'}
          </LinkButton>
        )}
      </Acts>
    </>
  )
}

function AccountState({ person, inUse }: { person: ManagedPerson; inUse: boolean }) {
  if (person.mergedIntoId !== null) return <StateBadge tone="stop">samengevoegd</StateBadge>
  if (person.erasedAt) {
    return <StateBadge tone="stop">gewist op {formatDayYear(person.erasedAt)}</StateBadge>
  }
  if (person.deactivatedAt) {
    return <StateBadge tone="stop">afgesloten op {formatDayYear(person.deactivatedAt)}</StateBadge>
  }
  if (inUse) return <StateBadge tone="ok">in gebruik</StateBadge>
  return <StateBadge tone="warn">nog niet in gebruik</StateBadge>
}

function AccountAct({ act, label, danger }: { act: string; label: string; danger?: boolean }) {
  return (
    <Form bare>
      <input type="hidden" name="act" value={act} />
      <Button kind={danger ? 'danger' : 'secondary'}>{label}</Button>
    </Form>
  )
}
