import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { carryOutImport } from '#app/features/people/carry-out-import.server.ts'
import { ImportPreview } from '#app/features/people/components/import-preview.tsx'
import { carryOutImportForm } from '#app/features/people/people-import-form.ts'
import { previewImport } from '#app/features/people/people-import-queries.server.ts'
import { importedText } from '#app/features/people/people-import-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Lijst inlezen: wat er verandert' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.import')
  return orNotFound(await previewImport(database(), actor.personId, idFrom(args.params.id)))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.import')
  const importId = idFrom(args.params.id)
  return submit(args.request, carryOutImportForm, async (input) => {
    const done = await carryOutImport(database(), actor, { importId }, input)
    return redirectWithNotice(paths.managePeople(), importedText(done, input))
  })
}

export default function CheckedImport() {
  const preview = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ invite: string; inviteOn: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { invite: 'later', inviteOn: '' },
  })
  const { counts, carriedOut } = preview
  const nothing = counts.newPeople + counts.starts + counts.changes === 0
  return (
    <Page
      title="Wat er verandert"
      eyebrow="Lijst inlezen"
      back={{ href: paths.importPeople(), label: 'Ander bestand' }}
    >
      {carriedOut && (
        <Notice kind="ok" title="Deze lijst is ingelezen.">
          <a href={paths.managePeople()}>Naar de mensen</a>
        </Notice>
      )}
      {!carriedOut && <ImportPreview {...preview} />}
      {!carriedOut && nothing && (
        <Notice
          kind="info"
          title="Alles in dit bestand klopt al. Er valt niets in te lezen."
          act={<LinkButton href={paths.managePeople()}>Naar de mensen</LinkButton>}
        />
      )}
      {!carriedOut && !nothing && (
        <Form form={form} bare>
          {counts.newPeople > 0 ? (
            <>
              <RadioGroup
                field={fields.invite}
                label={`Nodigen we ${formatCount(counts.newPeople, 'nieuwe persoon', 'nieuwe mensen')} uit?`}
                required
                choices={[
                  { value: 'now', label: 'Ja, nu meteen', hint: 'Iedereen krijgt een mail met een link.' },
                  { value: 'later', label: 'Later, op een dag die ik kies', hint: 'De mails gaan om 8 uur.' },
                  {
                    value: 'never',
                    label: 'Nee',
                    hint: 'Wie zich zelf inschrijft, vindt zijn account vanzelf.',
                  },
                ]}
              />
              <DateField field={fields.inviteOn} label="Bij later: op welke dag?" />
            </>
          ) : (
            <input type="hidden" name={fields.invite.name} value="never" />
          )}
          <Acts>
            <Button>Lees in</Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
