import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { ContributionHistory } from '#app/features/contributions/components/contribution-history.tsx'
import { ContributionState } from '#app/features/contributions/components/contribution-state.tsx'
import { SettleActs } from '#app/features/contributions/components/settle-acts.tsx'
import {
  correctForm,
  settleForm,
  settleWithNoteForm,
  withdrawForm,
} from '#app/features/contributions/contribution-form.ts'
import { findContribution, listChain } from '#app/features/contributions/contribution-queries.server.ts'
import { lineFacts, contributionTexts as texts } from '#app/features/contributions/contribution-texts.ts'
import {
  correctContribution,
  settleContribution,
} from '#app/features/contributions/settle-contribution.server.ts'
import {
  confirmContribution,
  withdrawContribution,
} from '#app/features/contributions/withdraw-contribution.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, readFormData, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Bijdrage ${data.line.id}: ${data.line.what}` : 'Bijdrage' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  const line = orNotFound(await findContribution(database(), idFrom(args.params.id)))
  return { line, chain: await listChain(database(), line.chainId) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  const db = database()
  const { id, kind, state } = orNotFound(await findContribution(db, idFrom(args.params.id)))
  const form = await readFormData(args.request)
  const back = paths.manageContribution(id)
  const act = form.get('act')
  if (act === 'confirm') {
    await confirmContribution(db, actor, id)
    return redirectWithNotice(back, 'De regel blijft staan en gaat mee met de volgende link.')
  }
  if (act === 'withdraw') {
    form.set('id', String(id))
    return submit(form, withdrawForm, async ({ reason }) => {
      await withdrawContribution(db, actor, id, { reason })
      return redirectWithNotice(back, texts.withdrawn)
    })
  }
  if (act === 'settle') {
    return submit(form, state === 'refused' ? settleWithNoteForm : settleForm, async ({ note }) => {
      await settleContribution(db, actor, id, { note })
      return redirectWithNotice(back, state === 'refused' ? 'Weggelegd.' : 'Overgenomen. Het telt nu mee.')
    })
  }
  form.set('kind', kind)
  return submit(form, correctForm, async (input) => {
    const newId = await correctContribution(db, actor, id, input)
    return redirectWithNotice(
      paths.manageContribution(newId),
      'Er is een nieuwe regel. Die wacht op een handtekening; de oude blijft staan zoals hij was.',
    )
  })
}

export default function ManagedContribution() {
  const { line, chain } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title={line.what}
      eyebrow={`Bijdrage ${line.id} · ${line.organisation}`}
      back={{ href: paths.manageContributions(), label: 'Bijdragen' }}
    >
      <Sheet
        cells={[
          { label: 'Stand', value: <ContributionState {...line} /> },
          {
            label: 'Vastgelegd door',
            value:
              line.recordedByName ??
              (line.byCompany ? `${line.signerName ?? 'het bedrijf'}, met de link` : '–'),
          },
        ]}
      >
        <DefinitionList items={lineFacts(line).map(([term, value]) => ({ term, value }))} />
        <p>
          {line.sourceKind === 'meeting' && (
            <>
              <a href={paths.meetingContributions(line.sourceId)}>Alles van deze bijeenkomst</a>
              {' · '}
              <a href={paths.roster(line.sourceId)}>Presentielijst</a>
            </>
          )}
          {line.evidenceFileId && (
            <>
              {' · '}
              <a href={paths.contributionEvidence(line.id)}>Download het bewijs</a>
            </>
          )}
        </p>
      </Sheet>
      <SettleActs line={line} lastResult={reply?.result} />
      <Section title="Wat ermee gebeurde" ruled>
        <ContributionHistory chain={chain} />
      </Section>
    </Page>
  )
}
