import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { setEntitlement } from '#app/features/dossier/choose-hours.server.ts'
import { entitlementForm } from '#app/features/dossier/hour-form.ts'
import { listEntitlements } from '#app/features/dossier/hour-queries.server.ts'
import { hourTexts as texts } from '#app/features/dossier/hour-texts.ts'
import { collectiveAgreements, staffKinds, staffKindWords } from '#app/features/people/membership-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { capitalise, formatFullDay, formatNumber } from '#app/ui/format.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Uren volgens de cao' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'hour-entitlement.manage')
  return { entitlements: await listEntitlements(database()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'hour-entitlement.manage')
  return submit(args.request, entitlementForm, async (input) => {
    await setEntitlement(database(), actor, input)
    return redirectWithNotice(paths.hourEntitlements(), texts.entitlementSaved)
  })
}

type Values = Record<'agreement' | 'staff' | 'validFrom' | 'minutes' | 'note', string>

export default function HourEntitlements() {
  const { entitlements } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({ lastResult: useActionData<typeof action>()?.result })
  const staffWords = (staff: string) =>
    capitalise(staffKindWords[staff as keyof typeof staffKindWords] ?? staff)
  return (
    <Page
      title="Uren volgens de cao"
      intro="Zoveel uur per jaar krijgt iemand met een volledige baan om bij te blijven. Op een urenkaart telt het naar rato."
      back={{ href: paths.desk(), label: 'Beheer' }}
    >
      <Table
        caption="Uren per cao, de laatste bovenaan"
        rows={entitlements}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'agreement',
            label: 'Cao',
            heading: true,
            cell: ({ agreement, staff }) => `${agreement}, ${staffWords(staff).toLowerCase()}`,
          },
          { key: 'from', label: 'Vanaf', cell: ({ validFrom }) => formatFullDay(validFrom) },
          {
            key: 'hours',
            label: 'Uur per jaar',
            align: 'end',
            cell: ({ hoursPerYear }) => formatNumber(hoursPerYear),
          },
          { key: 'note', label: 'Toelichting', cell: ({ note }) => note || '–' },
        ]}
      />
      <Section
        title="Toevoegen of verbeteren"
        intro="Dagen van voor de eerste dag houden wat ze hadden. Staat er vanaf die dag al iets, dan wordt het vervangen."
      >
        <Form form={form}>
          <FieldRow>
            <SelectField
              field={fields.agreement}
              label="Cao"
              empty="Kies een cao"
              choices={collectiveAgreements.map((one) => ({ value: one, label: one }))}
              required
            />
            <SelectField
              field={fields.staff}
              label="Voor wie"
              empty="Kies voor wie"
              choices={staffKinds.map((one) => ({ value: one, label: staffWords(one) }))}
              required
            />
          </FieldRow>
          <FieldRow>
            <DateField field={fields.validFrom} label="Vanaf" required />
            <NumberField field={fields.minutes} label="Per jaar" unit="uur" required />
          </FieldRow>
          <TextField field={fields.note} label="Toelichting" hint="Bijvoorbeeld: artikel 16.1, cao 2027." />
          <Acts>
            <Button>Bewaar</Button>
          </Acts>
        </Form>
      </Section>
    </Page>
  )
}
