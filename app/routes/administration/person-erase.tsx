import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { ErasureLists } from '#app/features/privacy/components/erasure-lists.tsx'
import { erasePerson } from '#app/features/privacy/erase-person.server.ts'
import {
  countWhatGoes,
  findErasureSubject,
  listErasureObstacles,
  listOpenPlaces,
} from '#app/features/privacy/erasure-queries.server.ts'
import { obstacleSentence, erasureTexts as texts } from '#app/features/privacy/erasure-texts.ts'
import { paths } from '#app/paths.ts'
import { checkbox } from '#app/platform/fields.server.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatFullDay } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Iemand wissen' }]

async function find(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const person = orNotFound(await findErasureSubject(database(), idFrom(args.params.id)))
  authorize(actor, 'person.erase', { personId: person.id, hasRegionRole: person.hasRegionRole })
  return { actor, person }
}

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await find(args)
  const db = database()
  const [obstacles, places, counts] = await Promise.all([
    listErasureObstacles(db, person.id),
    listOpenPlaces(db, person.id),
    countWhatGoes(db, person.id),
  ])
  return { person, obstacles, places: places.map(({ id, title }) => ({ id, title })), counts }
}

const eraseForm = z.object({
  checked: checkbox().refine((checked) => checked, texts.confirm),
})

export async function action(args: ActionFunctionArgs) {
  const { actor, person } = await find(args)
  return submit(args.request, eraseForm, async () => {
    await erasePerson(database(), actor, { personId: person.id })
    return redirectWithNotice(paths.managePeople(), texts.erased)
  })
}

export default function ErasePerson() {
  const { person, obstacles, places, counts } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ checked: string }>({ lastResult: useActionData<typeof action>()?.result })
  return (
    <Page
      title={`${person.name} wissen`}
      intro="Dit is niet terug te draaien."
      back={{ href: paths.managePerson(person.id), label: person.name }}
      narrow
    >
      {person.askedAt ? (
        <Notice kind="info">
          {person.name} vroeg er zelf om, op {formatFullDay(person.askedAt)}.
        </Notice>
      ) : (
        <Notice kind="warn" title="Er is in het portaal niet om gevraagd.">
          Kwam het verzoek per brief of mail? Ga dan na of het echt van {person.name} komt.
        </Notice>
      )}
      <TitleBlock
        cells={[
          { label: 'Gaat weg: bewijzen', value: counts.papers },
          { label: 'scans', value: counts.files },
          { label: 'mails', value: counts.mails },
          { label: 'Blijft: inschrijvingen', value: counts.stays },
          { label: 'certificaten', value: counts.certificates },
        ]}
      />
      <ErasureLists />
      {places.length > 0 && (
        <Notice kind="warn" title="Er zijn nog plekken.">
          <ul>
            {places.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </Notice>
      )}
      {obstacles.length > 0 ? (
        <Notice kind="stop" title="Dit houdt het tegen:">
          <ul>
            {obstacles.map((one) => (
              <li key={`${one.kind} ${one.title}`}>{obstacleSentence(one)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form form={form}>
          <Checkbox
            field={fields.checked}
            label={`Ik heb nagegaan dat ${person.name} dit zelf vraagt`}
            hint="Laat het daarna zelf weten: het portaal kan dat niet meer."
            required
          />
          <Acts>
            <Button kind="danger">Wis alles van {person.name}</Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
