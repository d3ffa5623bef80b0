import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { CheckForm } from '#app/features/qualifications/components/check-form.tsx'
import { PaperToCheckSheet } from '#app/features/qualifications/components/paper-to-check-sheet.tsx'
import { noteView } from '#app/features/qualifications/note-view.server.ts'
import { checkForm } from '#app/features/qualifications/qualification-form.ts'
import { howChecked } from '#app/features/qualifications/verification.ts'
import { countToVerify, findNextToVerify } from '#app/features/qualifications/verification-queries.server.ts'
import { verificationTexts as texts } from '#app/features/qualifications/verification-texts.ts'
import { verifyQualification } from '#app/features/qualifications/verify-qualification.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { choiceFrom, idOf } from '#app/platform/search-params.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijzen controleren' }]

/** One at a time: `?na=` is the one that was passed over or just answered. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  const db = database()
  const params = new URL(args.request.url).searchParams
  const after = idOf(params, 'na') ?? 0
  const [count, paper] = await Promise.all([countToVerify(db, actor), findNextToVerify(db, actor, after)])
  if (paper) await noteView(db, actor, { personId: paper.personId, what: 'check', qualificationId: paper.id })
  // A pile is mostly checked in one way.
  const how = choiceFrom(params, 'hoe', howChecked) ?? ''
  return { count, paper: paper ?? null, how, leads: actor.leads.size > 0 }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  return submit(args.request, checkForm, async ({ id, seenAt, ...answer }) => {
    const { name, title, verified } = await verifyQualification(database(), actor, { id, seenAt }, answer)
    return redirectWithNotice(
      paths.verifyPapers(id, answer.answer === 'verify' ? answer.how : undefined),
      verified ? texts.verified(name, title) : texts.refused(name, title),
    )
  })
}

export default function Verify() {
  const { count, paper, how, leads } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ answer: string; how: string; reason: string }>({
    id: 'controle',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { how },
  })
  const back = leads ? { href: paths.team(), label: 'Mijn team' } : { href: paths.desk(), label: 'Beheer' }
  if (!paper) {
    return (
      <Page title="Bewijzen controleren" back={back} narrow>
        <EmptyState title="Er valt niets te controleren.">
          Zet een collega een bewijs in zijn dossier, dan staat het hier.
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={paper.name} eyebrow={texts.toCheck(count)} back={back} narrow>
      <PaperToCheckSheet paper={paper} />
      <CheckForm key={paper.id} form={form} fields={fields} paper={paper} />
      {count > 1 && (
        <Acts>
          <LinkButton kind="quiet" href={paths.verifyPapers(paper.id, how)}>
            Sla over
          </LinkButton>
        </Acts>
      )}
    </Page>
  )
}
