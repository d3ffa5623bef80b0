import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { ImportFaults } from '#app/features/people/components/import-faults.tsx'
import { carryOutPaperList } from '#app/features/qualifications/carry-out-paper-list.server.ts'
import { PaperImportPreview } from '#app/features/qualifications/components/paper-import-preview.tsx'
import { carryOutPapersForm } from '#app/features/qualifications/paper-import-form.ts'
import { previewPaperImport } from '#app/features/qualifications/paper-import-queries.server.ts'
import { paperImportTexts as texts } from '#app/features/qualifications/paper-import-texts.ts'
import { howChecked } from '#app/features/qualifications/verification.ts'
import { howWords } from '#app/features/qualifications/verification-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijzen inlezen: wat er verandert' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.import')
  return orNotFound(await previewPaperImport(database(), actor.personId, idFrom(args.params.id)))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.import')
  const importId = idFrom(args.params.id)
  return submit(args.request, carryOutPapersForm, async ({ how }) => {
    const checked = how === 'not' ? {} : { how }
    const done = await carryOutPaperList(database(), actor, { importId }, checked)
    return redirectWithNotice(paths.managePeople(), texts.done(done))
  })
}

export default function CheckedPapers() {
  const { fileName, carriedOut, counts, faults, rows } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ how: string }>({ lastResult: useActionData<typeof action>()?.result })
  return (
    <Page
      title="Wat er verandert"
      eyebrow={fileName}
      back={{ href: paths.importPapers(), label: 'Ander bestand' }}
    >
      {carriedOut && (
        <Notice kind="ok" title="Deze lijst is ingelezen.">
          <a href={paths.managePeople()}>Naar de mensen</a>
        </Notice>
      )}
      {!carriedOut && faults.length > 0 && <ImportFaults faults={faults} total={faults.length} />}
      {!carriedOut && faults.length === 0 && (
        <>
          <PaperImportPreview counts={counts} rows={rows} />
          <Form form={form} bare>
            <RadioGroup
              field={fields.how}
              label="Zijn deze bewijzen nagekeken?"
              hint="Zeg alleen ja als jij, of de school voor jou, ze echt heeft nagekeken. Jouw naam komt erbij te staan."
              required
              choices={[
                { value: 'not', label: 'Nee', hint: 'Ze tellen mee als niet gecontroleerd.' },
                ...howChecked.map((how) => ({ value: how, label: `Ja, ${howWords[how]}` })),
              ]}
            />
            <Acts>
              <Button>Zet in de dossiers</Button>
            </Acts>
          </Form>
        </>
      )}
    </Page>
  )
}
