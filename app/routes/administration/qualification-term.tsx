import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { changeTerm } from '#app/features/qualifications/change-term.server.ts'
import { TermFields } from '#app/features/qualifications/components/term-fields.tsx'
import { termForm } from '#app/features/qualifications/type-form.ts'
import { findManagedType } from '#app/features/qualifications/type-queries.server.ts'
import { typeTexts as texts } from '#app/features/qualifications/type-texts.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import type { TermValues } from './qualification-type-values.ts'

export const meta: MetaFunction = () => [{ title: 'Termijn wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'qualification-type.manage')
  const { code, title, terms } = orNotFound(await findManagedType(database(), args.params.code ?? ''))
  const current = terms.find(({ issuedFrom }) => issuedFrom <= today()) ?? terms[0]
  const papers = terms.reduce((sum, term) => sum + term.papers, 0)
  return { code, title, current: orNotFound(current), papers }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification-type.manage')
  const code = args.params.code ?? ''
  return submit(args.request, termForm, async (input) => {
    const { papers } = await changeTerm(database(), actor, { code }, input)
    return redirectWithNotice(paths.manageType(code), texts.termChanged(papers))
  })
}

export default function ChangeTerm() {
  const { code, title, current, papers } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const [form, fields] = useForm<{ issuedFrom: string; alsoEarlier: string; confirmed: string } & TermValues>(
    {
      lastResult,
      defaultValue: {
        issuedFrom: '',
        validityMonths: String(current.validityMonths ?? ''),
        validityBasis: current.validityBasis,
        validityNote: current.validityNote,
        confirmEveryMonths: String(current.confirmEveryMonths ?? ''),
        designationNote: current.designationNote ?? '',
      },
    },
  )
  return (
    <Page
      title="Termijn wijzigen"
      eyebrow={title}
      back={{ href: paths.manageType(code), label: title }}
      narrow
    >
      <Form form={form} keep>
        <DateField
          field={fields.issuedFrom}
          label="Voor wat is afgegeven vanaf"
          hint="De dag waarop de nieuwe termijn ingaat, als 1-1-2027."
          required
        />
        <TermFields fields={fields} />
        {papers > 0 && (
          <Checkbox
            field={fields.alsoEarlier}
            label={`Geldt ook voor wat al in dossiers staat: ${formatCount(papers, 'bewijs', 'bewijzen')}`}
            hint="Volgt de laatste dag uit de termijn, dan rekenen we die opnieuw uit. Staat er een dag op het bewijs zelf, dan blijft die."
          />
        )}
        {lastResult?.error?.confirmed && (
          <>
            <input
              type="hidden"
              name="confirmedFor"
              value={String(lastResult.initialValue?.validityMonths ?? '')}
            />
            <Checkbox field={fields.confirmed} label="Ja, verander ook deze bewijzen" required />
          </>
        )}
        <Acts>
          <Button>Bewaar de termijn</Button>
        </Acts>
      </Form>
    </Page>
  )
}
