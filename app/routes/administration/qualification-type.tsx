import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { chooseModulesOfType } from '#app/features/coverage/choose-modules.server.ts'
import { listModulesOfType } from '#app/features/coverage/coverage-queries.server.ts'
import { coverageTexts } from '#app/features/coverage/coverage-texts.ts'
import { TermsTable } from '#app/features/qualifications/components/terms-table.tsx'
import { TypeFields } from '#app/features/qualifications/components/type-fields.tsx'
import { changeType, retireType } from '#app/features/qualifications/manage-type.server.ts'
import { typeActForm } from '#app/features/qualifications/type-form.ts'
import { findManagedType } from '#app/features/qualifications/type-queries.server.ts'
import { typeTexts as texts } from '#app/features/qualifications/type-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'
import type { TypeValues } from './qualification-type-values.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.type.title ?? 'Soort bewijs' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'qualification-type.manage')
  const type = orNotFound(await findManagedType(database(), args.params.code ?? ''))
  return { type, modules: await listModulesOfType(database(), type.code) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification-type.manage')
  const code = args.params.code ?? ''
  const db = database()
  orNotFound(await findManagedType(db, code))
  return submit(args.request, typeActForm, async (input) => {
    if (input.act === 'modules') {
      await chooseModulesOfType(db, actor, { code }, input)
      return redirectWithNotice(paths.manageType(code), coverageTexts.typeModulesSaved)
    }
    if (input.act === 'change') {
      await changeType(db, actor, { code }, input)
      return redirectWithNotice(paths.manageType(code), texts.changed)
    }
    const retired = input.act === 'retire'
    await retireType(db, actor, { code }, { retired })
    return redirectWithNotice(paths.manageType(code), retired ? texts.retired : texts.restored)
  })
}

export default function QualificationType() {
  const { type, modules } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const aboutModules = result?.initialValue?.act === 'modules'
  const [modulesForm, modulesFields] = useForm<{ modules: string }>({
    id: 'modules',
    lastResult: aboutModules ? result : undefined,
    defaultValue: { modules: modules.join('\n') },
  })
  const [form, fields] = useForm<TypeValues>({
    lastResult: aboutModules ? undefined : result,
    defaultValue: {
      title: type.title,
      scopeLabel: type.scopeLabel ?? '',
      issuedBy: type.issuedBy ?? '',
      registerNumberIsProof: type.registerNumberIsProof ? 'on' : '',
      remindMonthsBefore: type.remindMonthsBefore.join(', '),
    },
  })
  return (
    <Page
      title={type.title}
      eyebrow={type.code}
      back={{ href: paths.manageTypes(), label: 'Soorten bewijzen' }}
    >
      <Section
        title="Termijnen"
        intro="Wat wordt afgegeven vanaf een dag, geldt zo lang. Wat al in dossiers staat, houdt zijn termijn."
        act={
          <LinkButton kind="secondary" small href={paths.changeTerm(type.code)}>
            Wijzig de termijn
          </LinkButton>
        }
      >
        <TermsTable terms={type.terms} />
      </Section>
      <Section title="Wat we vragen" ruled>
        <Form form={form} keep>
          <input type="hidden" name="act" value="change" />
          <TypeFields fields={fields} />
          <Acts>
            <Button>Bewaar</Button>
          </Acts>
        </Form>
      </Section>
      <Section
        title="Bij welke examenmodules het hoort"
        ruled
        intro="Wie dit bewijs heeft, telt in de dekking van die modules mee. Hoort er bij een module meer dan één bewijs, dan is er één genoeg."
      >
        <Form form={modulesForm} keep>
          <input type="hidden" name="act" value="modules" />
          <TextArea
            field={modulesFields.modules}
            label="Examenmodules"
            hint="Elke code op een eigen regel, zoals P/PIE/01."
            rows={4}
          />
          <Acts>
            <Button kind="secondary">Bewaar de examenmodules</Button>
          </Acts>
        </Form>
      </Section>
      <Section
        title="In de keuzelijst"
        ruled
        intro={
          type.retiredAt
            ? 'Niemand kan deze soort nu kiezen. Wat in dossiers staat, telt gewoon mee.'
            : 'Wordt deze soort niet meer afgegeven? Haal hem uit de keuzelijst. Wat in dossiers staat, blijft meetellen.'
        }
      >
        <Acts>
          <ActButton act={type.retiredAt ? 'restore' : 'retire'} kind="secondary">
            {type.retiredAt ? 'Zet terug' : 'Haal uit de keuzelijst'}
          </ActButton>
        </Acts>
      </Section>
    </Page>
  )
}
