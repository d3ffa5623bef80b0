import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { activityForm } from '#app/features/dossier/hour-form.ts'
import { hourTexts as texts } from '#app/features/dossier/hour-texts.ts'
import { addOutsideActivity } from '#app/features/dossier/outside-activity.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Scholing elders toevoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  return submit(args.request, activityForm, async ({ scan, ...input }) => {
    await addOutsideActivity(database(), actor, input, scan)
    return redirectWithNotice(paths.myHours(), texts.activityAdded)
  })
}

type Values = {
  title: string
  organiser: string
  heldOn: string
  minutes: string
  ownChoice: string
  scan: string
}

export default function NewActivity() {
  const [form, fields] = useForm<Values>({ lastResult: useActionData<typeof action>()?.result })
  return (
    <Page
      title="Scholing elders"
      intro="Een beurs, een online cursus, een dag bij een leverancier: je teamleider kijkt of het meetelt."
      back={{ href: paths.myHours(), label: 'Urenkaart' }}
      narrow
    >
      <Form form={form} encType="multipart/form-data" keep>
        <TextField field={fields.title} label="Wat was het?" required />
        <TextField field={fields.organiser} label="Van wie?" hint="Mag leeg blijven." />
        <FieldRow>
          <DateField field={fields.heldOn} label="Wanneer?" required />
          <NumberField field={fields.minutes} label="Hoe lang?" unit="uur" hint="Bijvoorbeeld 7,5" required />
        </FieldRow>
        <RadioGroup
          field={fields.ownChoice}
          label="Wie koos het?"
          required
          choices={[
            { value: 'own', label: 'Ikzelf', hint: 'Eigen keuze.' },
            { value: 'assigned', label: 'Mijn school', hint: 'In opdracht.' },
          ]}
        />
        <FileField
          field={fields.scan}
          label="Bewijs"
          hint="Mag leeg blijven. JPG, PNG, WebP of PDF, hooguit 15 MB."
          accept=".jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf"
        />
        <Acts>
          <Button>Zet op mijn urenkaart</Button>
        </Acts>
      </Form>
    </Page>
  )
}
