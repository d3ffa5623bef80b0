import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { changeHoliday, holidayForm } from '#app/features/catalogue/change-holiday.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { formatDayRange } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Schoolvakanties' }]

const regionWords = { noord: 'Noord', midden: 'Midden', zuid: 'Zuid' } as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'programme.manage')
  const holidays = await database()
    .selectFrom('schoolHoliday')
    .selectAll()
    .orderBy('schoolYear', 'desc')
    .orderBy('startsOn')
    .orderBy('holidayRegion')
    .limit(300)
    .execute()
  return { holidays }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'programme.manage')
  return submit(args.request, holidayForm, async (input) => {
    await changeHoliday(database(), actor, input)
    return redirectWithNotice(paths.manageHolidays(), 'De vakantie is bewaard.')
  })
}

export default function Holidays() {
  const { holidays } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<
    Record<'schoolYear' | 'holidayRegion' | 'name' | 'startsOn' | 'endsOn' | 'confirmed', string>
  >({ lastResult: useActionData<typeof action>()?.result })
  return (
    <Page
      title="Schoolvakanties"
      back={{ href: paths.desk(), label: 'Beheer' }}
      intro="Bij het plannen waarschuwt het portaal voor deze dagen, per vakantieregio. Na de laatste vakantie die hier staat, waarschuwt het niet meer. Feestdagen kent het vanzelf."
    >
      <Table
        caption="Schoolvakanties"
        rows={holidays}
        rowKey={(holiday) => holiday.id}
        columns={[
          { key: 'name', label: 'Vakantie', heading: true, cell: (holiday) => holiday.name },
          { key: 'year', label: 'Schooljaar', cell: (holiday) => holiday.schoolYear },
          { key: 'region', label: 'Regio', cell: (holiday) => regionWords[holiday.holidayRegion] },
          {
            key: 'days',
            label: 'Dagen',
            nowrap: true,
            cell: (holiday) => formatDayRange(holiday.startsOn, holiday.endsOn),
          },
          {
            key: 'confirmed',
            label: 'Stand',
            cell: (holiday) =>
              holiday.confirmed ? (
                <StateBadge tone="ok">vastgesteld</StateBadge>
              ) : (
                <StateBadge tone="warn">nog niet zeker</StateBadge>
              ),
          },
        ]}
      />
      <Section
        title="Toevoegen of verbeteren"
        intro="Staat de vakantie er al voor dat jaar en die regio? Dan worden de dagen vervangen."
      >
        <Form form={form}>
          <FieldRow>
            <TextField field={fields.schoolYear} label="Schooljaar" hint="Bijvoorbeeld 2026-2027." required />
            <SelectField
              field={fields.holidayRegion}
              label="Regio"
              empty="Kies een regio"
              choices={Object.entries(regionWords).map(([value, label]) => ({ value, label }))}
              required
            />
            <TextField field={fields.name} label="Vakantie" hint="Bijvoorbeeld Meivakantie." required />
          </FieldRow>
          <FieldRow>
            <DateField field={fields.startsOn} label="Eerste dag" required />
            <DateField field={fields.endsOn} label="Laatste dag" required />
          </FieldRow>
          <Checkbox field={fields.confirmed} label="Deze dagen zijn vastgesteld" />
          <Acts>
            <Button>Bewaar</Button>
          </Acts>
        </Form>
      </Section>
    </Page>
  )
}
