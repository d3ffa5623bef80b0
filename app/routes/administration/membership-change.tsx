import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listTeamsOf } from '#app/features/organisations/managed-organisations-queries.server.ts'
import { changeMembership } from '#app/features/people/change-membership.server.ts'
import { findManagedMembership } from '#app/features/people/managed-people-queries.server.ts'
import { changeMembershipForm } from '#app/features/people/managed-person-form.ts'
import {
  collectiveAgreements,
  membershipRoles,
  membershipRoleWords,
  staffKinds,
  staffKindWords,
} from '#app/features/people/membership-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Werk wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const db = database()
  const [personId, id] = [idFrom(args.params.id), idFrom(args.params.membership)]
  const membership = orNotFound(await findManagedMembership(db, personId, id))
  return {
    personId,
    name: membership.name,
    organisation: membership.organisation,
    teams: await listTeamsOf(db, membership.organisationId),
    values: {
      teamId: String(membership.teamId ?? ''),
      role: membership.role as string,
      staffKind: membership.staffKind ?? '',
      collectiveAgreement: membership.collectiveAgreement ?? '',
      partTimeFactor:
        membership.partTimeFactor === null ? '' : String(membership.partTimeFactor).replace('.', ','),
      from: '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const [personId, id] = [idFrom(args.params.id), idFrom(args.params.membership)]
  return submit(args.request, changeMembershipForm, async (input) => {
    await changeMembership(database(), actor, { id, personId }, input)
    return redirectWithNotice(paths.managePerson(personId), 'Het werk is gewijzigd.')
  })
}

export default function ChangeMembership() {
  const { personId, name, organisation, teams, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<typeof values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title={`Werk bij ${organisation}`}
      back={{ href: paths.managePerson(personId), label: name }}
      narrow
    >
      <Form form={form} keep>
        <SelectField
          field={fields.role}
          label="Rol"
          choices={membershipRoles.map((role) => ({ value: role, label: membershipRoleWords[role] }))}
          required
        />
        <SelectField
          field={fields.teamId}
          label="Team"
          empty="Geen team"
          choices={teams.map((team) => ({ value: team.id, label: team.name }))}
        />
        <SelectField
          field={fields.staffKind}
          label="Soort personeel"
          empty="Niet bekend"
          choices={staffKinds.map((kind) => ({ value: kind, label: staffKindWords[kind] }))}
        />
        <FieldRow>
          <SelectField
            field={fields.collectiveAgreement}
            label="Cao"
            empty="Niet bekend"
            choices={collectiveAgreements.map((agreement) => ({ value: agreement, label: agreement }))}
          />
          <NumberField field={fields.partTimeFactor} label="Deeltijdfactor" hint="Bijvoorbeeld 0,8." />
        </FieldRow>
        <DateField
          field={fields.from}
          label="Geldt vanaf"
          hint="Leeg: zo was het altijd al. Met een dag blijft tot die dag staan wat er stond."
        />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
