import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { findActor } from '#app/access/actor-queries.server.ts'
import { actOnLink } from '#app/features/people/act-on-link.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { findPaperToAttest } from '#app/features/qualifications/attest-link-queries.server.ts'
import { ConfirmForm, DesignateForm } from '#app/features/qualifications/components/employer-acts.tsx'
import { paperName } from '#app/features/qualifications/dossier-texts.ts'
import { employerActForm } from '#app/features/qualifications/employer-form.ts'
import { employerTexts } from '#app/features/qualifications/employer-texts.ts'
import { heldLine } from '#app/features/qualifications/holding.ts'
import { noteView } from '#app/features/qualifications/note-view.server.ts'
import { listEmployersFor, teamsOf } from '#app/features/qualifications/team-of-queries.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadLink } from '../load-link.server.ts'
import { carryOutEmployerAct } from './employer-acts.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Namens de werkgever' },
  { name: 'robots', content: 'noindex' },
]

/** Opening the link changes nothing; the act is a press, without logging in. Who leads them no more, sees nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const db = database()
  const found = await loadLink(args, (token) => findPaperToAttest(db, token))
  const actor = found && (await findActor(db, found.leadId))
  if (!found || !actor) return data({ about: null }, 410)
  const { paper, held, name, givenName, personId } = found
  if (!can(actor, 'qualification.attest', { personId, teamIds: await teamsOf(db, personId) })) {
    return data({ about: null }, 410)
  }
  await noteView(db, actor, { personId, what: 'dossier' })
  return data({
    about: {
      name,
      givenName,
      paperName: paperName(paper),
      employers: await listEmployersFor(db, actor, personId),
      confirm:
        paper.confirmEveryMonths === null
          ? null
          : {
              ...heldLine(held),
              id: paper.id,
              everyMonths: paper.confirmEveryMonths,
              seenAt: paper.changedAt,
            },
      designate: paper.needsDesignation
        ? {
            typeCode: paper.typeCode,
            title: paper.title,
            note: paper.designationNote ?? '',
            until: paper.validUntil,
            done: false,
          }
        : null,
    },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const db = database()
  return submit(request, employerActForm, async (input) => {
    const found = await findPaperToAttest(db, token)
    const text = await actOnLink(db, 'attest-qualification', token, async (trx, actor, { id }) => {
      // The link is about one paper and its sort of work, and takes nothing back.
      const fits =
        (input.act === 'confirm' && input.qualificationId === id) ||
        (input.act === 'designate' && input.typeCode === found?.paper.typeCode)
      if (!found || !fits) throw new Refusal(employerTexts.notThisLink)
      return carryOutEmployerAct(trx, actor, found.personId, input)
    })
    return redirectWithNotice(paths.home(), text)
  })
}

export default function Attest() {
  const { about } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  if (!about) {
    return (
      <DeadLink act={<LinkButton href={paths.team()}>Bekijk je team</LinkButton>}>
        Er is al getekend, of de link is ouder dan een maand.
      </DeadLink>
    )
  }
  const { name, employers, confirm, designate } = about
  return (
    <Page title={name} eyebrow="Namens de werkgever" narrow>
      {confirm && <ConfirmForm held={confirm} employers={employers} lastResult={lastResult} level={2} />}
      {designate && (
        <DesignateForm type={designate} employers={employers} lastResult={lastResult} level={2} />
      )}
    </Page>
  )
}
