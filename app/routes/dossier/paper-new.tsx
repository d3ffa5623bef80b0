import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { addQualification } from '#app/features/qualifications/add-qualification.server.ts'
import { PaperFields } from '#app/features/qualifications/components/paper-fields.tsx'
import { TypeChoice } from '#app/features/qualifications/components/type-choice.tsx'
import { termWords } from '#app/features/qualifications/dossier-texts.ts'
import { addQualificationForm } from '#app/features/qualifications/qualification-form.ts'
import {
  listPapers,
  listQualificationTypes,
} from '#app/features/qualifications/qualification-queries.server.ts'
import { qualificationTexts as texts } from '#app/features/qualifications/qualification-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { idOf } from '#app/platform/search-params.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadPaperType } from './paper-type.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijs toevoegen' }]

/** Without `?soort=` one chooses it first; `&na=` is the paper that this one comes after. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const db = database()
  const params = new URL(args.request.url).searchParams
  const code = params.get('soort')
  if (!code) {
    const types = await listQualificationTypes(db)
    return {
      types: types.map((type) => ({ code: type.code, title: type.title, term: termWords(type) })),
      chosen: null,
    }
  }
  const renewsId = idOf(params, 'na')
  const papers = renewsId ? await listPapers(db, [actor.personId], [code]) : []
  const former = papers.find(({ id }) => id === renewsId)
  return {
    types: [],
    chosen: await loadPaperType(db, code),
    former: former && { scope: former.scope, issuer: former.issuer },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const renews = new URL(args.request.url).searchParams.has('na')
  return submit(args.request, addQualificationForm, async ({ scan, ...input }) => {
    const { title } = await addQualification(database(), actor, input, scan)
    return redirectWithNotice(paths.myDossier(), renews ? texts.renewed(title) : texts.added(title))
  })
}

type Values = {
  typeCode: string
  scope: string
  number: string
  issuedOn: string
  validUntil: string
  issuer: string
  scan: string
}

export default function NewPaper() {
  const { types, chosen, former } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { scope: former?.scope ?? '', issuer: former?.issuer ?? '' },
  })
  if (!chosen) {
    return (
      <Page
        title="Welk bewijs?"
        intro="Kies de soort. Staat hij er niet bij, vraag het dan de coördinator."
        back={{ href: paths.myDossier(), label: 'Mijn dossier' }}
        narrow
      >
        <TypeChoice types={types} />
      </Page>
    )
  }
  return (
    <Page
      title={chosen.title}
      eyebrow={former ? 'Nieuw bewijs na het vorige' : 'Bewijs toevoegen'}
      back={{
        href: former ? paths.myDossier() : paths.addPaper(),
        label: former ? 'Mijn dossier' : 'Andere soort',
      }}
      narrow
    >
      {form.status === 'error' && !fields.scan.errors && !chosen.registerNumberIsProof && (
        <p>Had je een bestand gekozen? Kies het dan opnieuw; een browser onthoudt dat niet.</p>
      )}
      <Form form={form} encType="multipart/form-data" keep>
        <input type="hidden" name="typeCode" value={chosen.code} />
        <PaperFields type={chosen} fields={fields} />
        <Acts>
          <Button>Zet in mijn dossier</Button>
        </Acts>
      </Form>
    </Page>
  )
}
