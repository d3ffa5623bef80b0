import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { changeRate } from '#app/features/contributions/change-rate.server.ts'
import { rateForm } from '#app/features/contributions/contribution-form.ts'
import { rounding } from '#app/features/contributions/contribution-texts.ts'
import { listRates } from '#app/features/contributions/rate-queries.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { formatCents, formatFullDay } from '#app/ui/format.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Tarief van een uur' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  return { rates: await listRates(database()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  return submit(args.request, rateForm, async (input) => {
    await changeRate(database(), actor, input)
    return redirectWithNotice(
      paths.contributionRates(),
      'Het tarief is bewaard. Regels die er al stonden, houden hun waarde.',
    )
  })
}

export default function ContributionRates() {
  const { rates } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Record<'validFrom' | 'centsPerHour' | 'note', string>>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title="Tarief van een uur"
      intro={`${rounding} Een regel houdt het tarief waarmee hij is vastgelegd.`}
      back={{ href: paths.manageContributions(), label: 'Bijdragen' }}
    >
      <Table
        caption="Tarieven, het laatste bovenaan"
        rows={rates}
        rowKey={({ id }) => id}
        columns={[
          { key: 'from', label: 'Vanaf', heading: true, cell: ({ validFrom }) => formatFullDay(validFrom) },
          {
            key: 'rate',
            label: 'Per uur',
            align: 'end',
            nowrap: true,
            cell: ({ centsPerHour }) => formatCents(centsPerHour),
          },
          { key: 'note', label: 'Waar het op rust', cell: ({ note }) => note || '–' },
        ]}
      />
      <Section
        title="Toevoegen of verbeteren"
        intro="Staat er al een tarief vanaf die dag? Dan wordt het vervangen, voor regels die nog komen."
      >
        <Form form={form}>
          <FieldRow>
            <DateField field={fields.validFrom} label="Vanaf" required />
            <NumberField field={fields.centsPerHour} label="Per uur" unit="euro" required />
          </FieldRow>
          <TextField
            field={fields.note}
            label="Waar het op rust"
            hint="Bijvoorbeeld: brief van de penvoerder."
          />
          <Acts>
            <Button>Bewaar</Button>
          </Acts>
        </Form>
      </Section>
    </Page>
  )
}
