import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { TermFields } from '#app/features/qualifications/components/term-fields.tsx'
import { TypeFields } from '#app/features/qualifications/components/type-fields.tsx'
import { createType } from '#app/features/qualifications/manage-type.server.ts'
import { newTypeForm } from '#app/features/qualifications/type-form.ts'
import { typeTexts as texts } from '#app/features/qualifications/type-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { FieldSet, Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'
import type { TermValues, TypeValues } from './qualification-type-values.ts'

export const meta: MetaFunction = () => [{ title: 'Nieuwe soort bewijs' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'qualification-type.manage')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification-type.manage')
  return submit(args.request, newTypeForm, async (input) => {
    const { code } = await createType(database(), actor, input)
    return redirectWithNotice(paths.manageType(code), texts.created(input.title))
  })
}

export default function NewQualificationType() {
  const [form, fields] = useForm<{ code: string } & TypeValues & TermValues>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page title="Nieuwe soort bewijs" back={{ href: paths.manageTypes(), label: 'Soorten bewijzen' }} narrow>
      <Form form={form} keep>
        <TextField
          field={fields.code}
          label="Code"
          hint="Kort en voorgoed, zoals NEN3140-VP. In lijsten die je inleest, herken je de soort eraan."
          required
          short
        />
        <TypeFields fields={fields} />
        <FieldSet legend="De termijn">
          <TermFields fields={fields} />
        </FieldSet>
        <Acts>
          <Button>Maak de soort</Button>
        </Acts>
      </Form>
    </Page>
  )
}
