import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EditionFields, type EditionFieldValues } from '#app/features/catalogue/components/edition-fields.tsx'
import { changeEditionForm } from '#app/features/catalogue/edition-form.ts'
import { findManagedEdition } from '#app/features/catalogue/edition-management-queries.server.ts'
import { listTrainers } from '#app/features/catalogue/offering-management-queries.server.ts'
import { changeEdition } from '#app/features/enrolment/change-edition.server.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Afspraken wijzigen' }]

// A deadline is kept as the end of its day: the moment before it lies in that day.
const lastDay = (deadline: Date | null) => (deadline ? dayOf(new Date(deadline.getTime() - 1)) : '')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const edition = orNotFound(await findManagedEdition(db, idFrom(args.params.id)))
  const untilStart = edition.enrolUntil?.getTime() === edition.startsAt?.getTime()
  return {
    id: edition.id,
    name: `${edition.title}, ${edition.code}`,
    trainers: await listTrainers(db),
    values: {
      minimum: String(edition.minimum),
      enrolUntil: untilStart ? '' : lastDay(edition.enrolUntil),
      leaveUntil: lastDay(edition.leaveUntil),
      decideOn: edition.decideOn ?? '',
      hasMeal: edition.hasMeal ? 'on' : '',
      participantsNote: edition.participantsNote,
      trainers: edition.trainers.map((trainer) => String(trainer.id)),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const editionId = idFrom(args.params.id)
  return submit(args.request, changeEditionForm, async (input) => {
    const { told } = await changeEdition(database(), actor, { id: editionId }, input)
    const people =
      told > 0 ? ` ${formatCount(told, 'deelnemer leest', 'deelnemers lezen')} wie de trainer wordt.` : ''
    return redirectWithNotice(paths.manageEdition(editionId), `De afspraken zijn gewijzigd.${people}`)
  })
}

export default function ChangeEdition() {
  const { id, name, trainers, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Omit<EditionFieldValues, 'capacity'>>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page title="Afspraken wijzigen" back={{ href: paths.manageEdition(id), label: name }} narrow>
      <Form form={form} keep>
        <EditionFields fields={fields} trainers={trainers} />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
