import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { MergePreviewParts } from '#app/features/dossier/components/merge-preview.tsx'
import { mergeForm } from '#app/features/dossier/merge-form.ts'
import { mergePeople } from '#app/features/dossier/merge-people.server.ts'
import { previewMerge } from '#app/features/dossier/merge-queries.server.ts'
import { FindPerson } from '#app/features/people/components/find-person.tsx'
import { findManagedPerson, listManagedPeople } from '#app/features/people/managed-people-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { idOf, wordsFrom } from '#app/platform/search-params.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Twee accounts samenvoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.merge')
  const db = database()
  const params = new URL(args.request.url).searchParams
  const [keptId, mergedId] = [idOf(params, 'blijft'), idOf(params, 'gaat')]
  const words = wordsFrom(params, 'zoek')
  if (keptId && mergedId) {
    return { preview: await previewMerge(db, actor, { keptId, mergedId }), keptId, mergedId }
  }
  const kept = keptId ? orNotFound(await findManagedPerson(db, keptId)) : undefined
  const found = words ? await listManagedPeople(db, { words, page: 1 }) : undefined
  return {
    keptId,
    keptName: kept?.name,
    words,
    people: found?.people.filter(({ id }) => id !== keptId),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.merge')
  return submit(args.request, mergeForm, async (pair) => {
    await mergePeople(database(), actor, pair)
    return redirectWithNotice(paths.managePerson(pair.keptId), 'De twee accounts zijn één geworden.')
  })
}

export default function MergePeople() {
  const data = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  const here = paths.mergePeople()
  const back = { href: paths.managePeople(), label: 'Mensen' }
  if (data.preview) {
    const { preview, keptId, mergedId } = data
    return (
      <Page title="Twee accounts samenvoegen" back={back}>
        {refused && <Notice kind="stop">{refused}</Notice>}
        <MergePreviewParts preview={preview} />
        {preview.obstacles.length === 0 && (
          <Form bare>
            <input type="hidden" name="keptId" value={keptId} />
            <input type="hidden" name="mergedId" value={mergedId} />
            <p>Dit kun je niet terugdraaien. Op wat al is uitgereikt, blijft de naam staan die erop stond.</p>
            <Acts>
              <Button kind="danger">Voeg samen</Button>
              <LinkButton kind="secondary" href={`${here}?blijft=${mergedId}&gaat=${keptId}`}>
                Andersom
              </LinkButton>
            </Acts>
          </Form>
        )}
        <p>
          <a href={here}>Andere mensen kiezen</a>
        </p>
      </Page>
    )
  }
  const { keptId, keptName, words, people } = data
  return (
    <Page
      title="Twee accounts samenvoegen"
      intro={
        keptName
          ? `Het account van ${keptName} blijft. Welk account gaat erin op?`
          : 'Voor wie per ongeluk twee accounts heeft. Welk account blijft?'
      }
      back={back}
      narrow
    >
      <FindPerson
        words={words}
        people={people}
        keep={keptId ? { blijft: String(keptId) } : {}}
        href={(id) => (keptId ? `${here}?blijft=${keptId}&gaat=${id}` : `${here}?blijft=${id}`)}
      />
    </Page>
  )
}
