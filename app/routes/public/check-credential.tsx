import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { checkCredential } from '#app/features/credentials/check-credential.server.ts'
import { checkCredentialForm } from '#app/features/credentials/check-form.ts'
import { CredentialReportSheet } from '#app/features/credentials/components/credential-report.tsx'
import { submit } from '#app/platform/forms.server.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Bewijs controleren' },
  { name: 'description', content: 'Controleer of een certificaat of badge echt is en nog geldt.' },
]

/** For anyone with a file in hand, from us or from another issuer. Nothing of it is kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, checkCredentialForm, async ({ file, address }) => {
    await throttle('credential-check', context.networkAddress)
    const bytes = new Uint8Array(await file.arrayBuffer())
    return data({ result: undefined, report: await checkCredential(database(), bytes, address) })
  })
}

export default function CheckCredential() {
  const answer = useActionData<typeof action>()
  const report = answer && 'report' in answer ? answer.report : undefined
  const [form, fields] = useForm<{ file: string; address: string }>({ lastResult: answer?.result })
  return (
    <Page
      title="Is dit bewijs echt?"
      intro="Kies een certificaat of badge, van ons of van een ander. We kijken het na en bewaren er niets van."
      narrow
    >
      {report && <CredentialReportSheet report={report} />}
      <Form form={form} encType="multipart/form-data">
        <FileField
          field={fields.file}
          label="Bestand"
          hint="De PDF, de badge (PNG), of het JSON- of JWT-bestand. Hooguit 1 MB."
          accept=".pdf,.png,.json,.jsonld,.jwt,.txt,application/pdf,image/png,application/json"
          required
        />
        <TextField
          field={fields.address}
          type="email"
          label="E-mailadres van wie het liet zien"
          hint="Dan kijken we ook of het aan die persoon is gegeven. Er staat geen naam in een badge."
        />
        <Acts>
          <Button>Controleer</Button>
        </Acts>
      </Form>
      <Section title="Heb je alleen papier?" ruled>
        <p>Scan de QR-code op het certificaat, of typ het adres over dat eronder staat.</p>
      </Section>
    </Page>
  )
}
