import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { PaperFields } from '#app/features/qualifications/components/paper-fields.tsx'
import { correctQualification } from '#app/features/qualifications/correct-qualification.server.ts'
import { correctQualificationForm } from '#app/features/qualifications/qualification-form.ts'
import { qualificationTexts as texts } from '#app/features/qualifications/qualification-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { findMyPaper } from './my-paper.server.ts'
import { paperTypeOf } from './paper-type.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijs verbeteren' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { paper } = await findMyPaper(actor, idFrom(args.params.id))
  authorize(actor, 'qualification.keep', paper)
  return {
    id: paper.id,
    title: paper.title,
    type: paperTypeOf({ ...paper, code: paper.typeCode, issuedBy: null }),
    checked: paper.verification === 'verified',
    hasFile: paper.hasFile,
    values: {
      scope: paper.scope ?? '',
      number: paper.number ?? '',
      issuedOn: paper.issuedOn,
      validUntil: paper.validUntil ?? '',
      issuer: paper.issuer ?? '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const id = idFrom(args.params.id)
  authorize(actor, 'qualification.keep', (await findMyPaper(actor, id)).paper)
  return submit(args.request, correctQualificationForm, async ({ scan, ...input }) => {
    const { again } = await correctQualification(database(), actor, { id }, input, scan)
    return redirectWithNotice(paths.myPaper(id), again ? texts.correctedAgain : texts.corrected)
  })
}

type Values = {
  scope: string
  number: string
  issuedOn: string
  validUntil: string
  issuer: string
  scan: string
}

export default function CorrectPaper() {
  const { id, title, type, checked, hasFile, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title={`${title} verbeteren`}
      intro={
        checked
          ? 'Dit bewijs is gecontroleerd. Verander je iets, dan moet iemand het opnieuw nakijken; het telt intussen wel mee.'
          : 'Heb je een nieuw bewijs gehaald? Zet dat erbij in plaats van dit te veranderen.'
      }
      back={{ href: paths.myPaper(id), label: title }}
      narrow
    >
      <Form form={form} encType="multipart/form-data" keep>
        <PaperFields
          type={type}
          fields={fields}
          {...(hasFile && { scanHint: 'Er is al een scan. Kies alleen een bestand als die beter moet.' })}
        />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
