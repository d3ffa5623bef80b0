import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { sendRequest } from '#app/features/contributions/ask-signatures.server.ts'
import { listAskedOrganisations } from '#app/features/contributions/request-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idField } from '#app/platform/fields.server.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCents, formatCount, formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Links naar bedrijven' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  return { organisations: await listAskedOrganisations(database()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  return submit(args.request, z.object({ id: idField('een organisatie') }), async ({ id }) => {
    const mailIds = await sendRequest(database(), actor, id)
    return redirectWithNotice(paths.contributionSigners(), {
      kind: 'ok',
      text: `De link is verstuurd naar ${formatCount(mailIds.length, 'adres', 'adressen')}.`,
      mailId: mailIds[0],
    })
  })
}

export default function ContributionSigners() {
  const { organisations } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  const without = organisations.filter(({ waiting, signers }) => waiting > 0 && signers === 0).length
  return (
    <Page
      title="Links naar bedrijven"
      intro="In de eerste dagen van een maand krijgt elke organisatie vanzelf één link, met alles wat op een handtekening wacht. Je kunt hem ook nu sturen, of nog eens."
      back={{ href: paths.manageContributions(), label: 'Bijdragen' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {without > 0 && (
        <Notice
          kind="warn"
          title={`Voor ${formatCount(without, 'organisatie', 'organisaties')} kan niemand tekenen.`}
        >
          Vul een naam en een e-mailadres in; dan gaat de link daarheen.
        </Notice>
      )}
      {organisations.length === 0 ? (
        <EmptyState title="Er wacht niets op een handtekening.">
          Hier komen organisaties zodra er bij een bijeenkomst iets is vastgelegd.
        </EmptyState>
      ) : (
        <Table
          caption="Organisaties, met wat er wacht"
          rows={organisations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: 'Organisatie',
              heading: true,
              cell: ({ id, name, town }) => <a href={paths.contributionSigner(id)}>{`${name}, ${town}`}</a>,
            },
            {
              key: 'waits',
              label: 'Wacht',
              cell: ({ waiting }) => (waiting > 0 ? formatCount(waiting, 'regel', 'regels') : 'niets'),
            },
            {
              key: 'value',
              label: 'Waarde',
              align: 'end',
              nowrap: true,
              cell: ({ cents }) => formatCents(cents),
            },
            {
              key: 'sent',
              label: 'Link verstuurd',
              cell: ({ sentAt, timesSent }) =>
                sentAt ? `${formatMoment(sentAt)}${timesSent > 1 ? `, ${timesSent} keer` : ''}` : 'nog niet',
            },
            {
              key: 'signers',
              label: 'Tekent',
              cell: ({ signers }) =>
                signers > 0 ? (
                  <StateBadge tone="ok">bekend</StateBadge>
                ) : (
                  <StateBadge tone="stop">niemand</StateBadge>
                ),
            },
            {
              key: 'act',
              label: 'Versturen',
              unlabelled: true,
              cell: ({ id, name, waiting, signers, sentAt }) =>
                waiting > 0 && signers > 0 ? (
                  <ActButton
                    act="send"
                    about={{ id }}
                    kind="secondary"
                    name={`${sentAt ? 'Stuur opnieuw' : 'Stuur de link nu'}: ${name}`}
                  >
                    {sentAt ? 'Stuur opnieuw' : 'Stuur de link nu'}
                  </ActButton>
                ) : waiting > 0 ? (
                  <a href={paths.contributionSigner(id)}>Vul een adres in</a>
                ) : null,
            },
          ]}
        />
      )}
    </Page>
  )
}
