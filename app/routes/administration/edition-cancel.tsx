import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findManagedEdition } from '#app/features/catalogue/edition-management-queries.server.ts'
import { findShortNoticeMeeting, listCalls } from '#app/features/enrolment/call-queries.server.ts'
import { cancelEdition } from '#app/features/enrolment/cancel-edition.server.ts'
import { RingThem } from '#app/features/enrolment/components/ring-them.tsx'
import { cancelEditionForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { countConcerned } from '#app/features/enrolment/participants-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Laten vervallen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const edition = orNotFound(await findManagedEdition(db, idFrom(args.params.id)))
  const soon = await findShortNoticeMeeting(db, edition.id)
  return {
    id: edition.id,
    name: `${edition.title}, ${edition.code}`,
    status: edition.status,
    below: edition.placesHeld < edition.minimum,
    concerned: await countConcerned(db, edition.id),
    trainers: edition.trainers.map(({ name }) => name),
    calls: soon ? await listCalls(db, soon.id) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, cancelEditionForm, async (input) => {
    const soon = await findShortNoticeMeeting(database(), id)
    const { told } = await cancelEdition(database(), actor, { id }, input)
    const next = soon ? paths.callParticipants(soon.id) : paths.manageEdition(id)
    return redirectWithNotice(next, enrolmentTexts.cancelled(told))
  })
}

export default function CancelEdition() {
  const { id, name, status, below, concerned, trainers, calls } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { reason: below ? enrolmentTexts.tooFew : '' },
  })
  const people = formatCount(concerned, 'deelnemer krijgt', 'deelnemers krijgen')
  return (
    <Page
      title="Laat niet doorgaan"
      eyebrow={name}
      back={{ href: paths.manageEdition(id), label: 'Uitvoering' }}
      narrow
    >
      <Notice kind="warn" title={`${people} bericht`}>
        <p>
          Alle bijeenkomsten vervallen. In de mail staan de andere data met plek, en een link om op de lijst
          voor een volgende datum te komen.
          {trainers.length > 0 && ` Ook ${formatList(trainers)} krijgt bericht.`} Dit kun je niet
          terugdraaien.
        </p>
      </Notice>
      <Form form={form}>
        <input type="hidden" name="seen" value={status} />
        <TextArea field={fields.reason} label="Reden" hint="De deelnemers lezen dit." rows={2} required />
        <Acts>
          <Button kind="danger">Laat niet doorgaan</Button>
        </Acts>
      </Form>
      <RingThem calls={calls} />
    </Page>
  )
}
