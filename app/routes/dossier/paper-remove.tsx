import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { paperName } from '#app/features/qualifications/dossier-texts.ts'
import { withdrawQualificationForm } from '#app/features/qualifications/qualification-form.ts'
import { qualificationTexts } from '#app/features/qualifications/qualification-texts.ts'
import { withdrawQualification } from '#app/features/qualifications/withdraw-qualification.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'
import { findMyPaper } from './my-paper.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijs weghalen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { paper } = await findMyPaper(actor, idFrom(args.params.id))
  authorize(actor, 'qualification.keep', paper)
  return { id: paper.id, name: paperName(paper) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const id = idFrom(args.params.id)
  authorize(actor, 'qualification.keep', (await findMyPaper(actor, id)).paper)
  return submit(args.request, withdrawQualificationForm, async (input) => {
    await withdrawQualification(database(), actor, { id }, input)
    return redirectWithNotice(paths.myDossier(), qualificationTexts.takenOut)
  })
}

export default function RemovePaper() {
  const { id, name } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({ lastResult: useActionData<typeof action>()?.result })
  return (
    <Page
      title={`${name} weghalen`}
      intro="Doe dit alleen als het er verkeerd in staat. Het telt dan niet meer mee, en de scan wordt gewist. Iets wat verlopen is, laat je gewoon staan: dat is je geschiedenis."
      back={{ href: paths.myPaper(id), label: name }}
      narrow
    >
      <Form form={form} bare>
        <TextField
          field={fields.reason}
          label="Waarom?"
          hint="Bijvoorbeeld: verkeerde soort gekozen."
          required
        />
        <Acts>
          <Button kind="danger">Haal weg</Button>
        </Acts>
      </Form>
    </Page>
  )
}
