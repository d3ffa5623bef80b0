import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findManagedEdition } from '#app/features/catalogue/edition-management-queries.server.ts'
import { EnrolSomebodyForm } from '#app/features/enrolment/components/enrol-somebody-form.tsx'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { enrolSomebodyForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { listSchools } from '#app/features/enrolment/school-queries.server.ts'
import { FindPerson } from '#app/features/people/components/find-person.tsx'
import { findManagedPerson, listManagedPeople } from '#app/features/people/managed-people-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { idOf, wordsFrom } from '#app/platform/search-params.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Iemand inschrijven' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const db = database()
  const edition = orNotFound(await findManagedEdition(db, idFrom(args.params.id)))
  const params = new URL(args.request.url).searchParams
  const words = wordsFrom(params, 'zoek')
  const personId = idOf(params, 'persoon')
  const person = personId ? orNotFound(await findManagedPerson(db, personId)) : undefined
  const found = words && !person ? await listManagedPeople(db, { words, page: 1 }) : undefined
  const { id, title, code, capacity, placesHeld, waiting, hasMeal } = edition
  return {
    edition: { id, name: `${title}, ${code}`, hasMeal, full: placesHeld >= capacity || waiting > 0 },
    words,
    people: found?.people,
    person: person && { id: person.id, name: person.name, telephone: person.telephone },
    schools: person ? await listSchools(db, person.id) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, enrolSomebodyForm, async (input) => {
    const db = database()
    const person = orNotFound(await findManagedPerson(db, input.personId))
    const { status, position, mailId } = await enrol(db, actor, { id }, input)
    const text = enrolmentTexts.enrolledOther[status](person.name, position)
    return redirectWithNotice(paths.manageParticipants(id), { kind: 'ok', text, mailId })
  })
}

export default function EnrolSomebody() {
  const { edition, words, people, person, schools } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const here = paths.enrolSomebody(edition.id)
  return (
    <Page
      title={person ? `${person.name} inschrijven` : 'Iemand inschrijven'}
      eyebrow={edition.name}
      back={{ href: paths.manageParticipants(edition.id), label: 'Deelnemers' }}
      narrow
    >
      {edition.full && (
        <Notice kind="info" title="Er is geen plek vrij.">
          Wie je nu inschrijft, komt op de wachtlijst.
        </Notice>
      )}
      {person ? (
        <>
          <p>
            <a href={here}>Toch iemand anders</a>
          </p>
          <EnrolSomebodyForm
            person={person}
            schools={schools}
            hasMeal={edition.hasMeal}
            lastResult={lastResult}
          />
        </>
      ) : (
        <FindPerson words={words} people={people} href={(id) => `${here}?persoon=${id}`} />
      )}
    </Page>
  )
}
