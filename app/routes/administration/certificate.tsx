import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import {
  findCertificate,
  listChangesAfterIssue,
  listReviews,
} from '#app/features/certificates/certificate-queries.server.ts'
import { extent, kindNames, period, testSentence } from '#app/features/certificates/certificate-texts.ts'
import { revokeSchema } from '#app/features/certificates/closing-form.ts'
import { findStanding } from '#app/features/certificates/completion-queries.server.ts'
import { CertificateDecision } from '#app/features/certificates/components/certificate-decision.tsx'
import { CertificateState } from '#app/features/certificates/components/certificate-state.tsx'
import { keepCertificate } from '#app/features/certificates/decide-certificate-review.server.ts'
import { revokeCertificate } from '#app/features/certificates/revoke-certificate.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, readFormData, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${kindNames[data.certificate.kind]} ${data.certificate.number}` : 'Bewijs' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'certificate.review')
  const id = idFrom(args.params.id)
  const [certificate, reviews] = await Promise.all([
    findCertificate(database(), id).then(orNotFound),
    listReviews(database(), id),
  ])
  const open = reviews.find(({ decidedAt }) => decidedAt === null) ?? null
  if (!open || certificate.revokedAt) return { certificate, reviews, open: null }
  const [changes, standing] = await Promise.all([
    listChangesAfterIssue(database(), certificate),
    findStanding(database(), certificate.enrolmentId),
  ])
  return { certificate, reviews, open: { ...open, changes, standing: standing ?? null } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'certificate.review')
  const id = idFrom(args.params.id)
  const form = await readFormData(args.request)
  const back = paths.manageCertificate(id)
  return submit(form, revokeSchema, async (input) => {
    if (form.get('act') === 'keep') {
      await keepCertificate(database(), actor, id, input)
      return redirectWithNotice(back, 'Beslist: het blijft geldig.')
    }
    const mailId = await revokeCertificate(database(), actor, id, input)
    return redirectWithNotice(back, { kind: 'ok', text: 'Ingetrokken. De houder krijgt bericht.', mailId })
  })
}

export default function ManagedCertificate() {
  const { certificate, reviews, open } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, revokedAt, code } = certificate
  return (
    <Page
      narrow
      title={certificate.holderName}
      eyebrow={`${kindNames[certificate.kind]} ${certificate.number}`}
      back={{ href: paths.manageCertificates(), label: 'Bewijzen en certificaten' }}
      act={
        <LinkButton kind="secondary" href={paths.myCertificatePdf(id)}>
          Bekijk de PDF
        </LinkButton>
      }
    >
      <Sheet
        cells={[
          { label: 'Stand', value: <CertificateState revokedAt={revokedAt} inReview={open !== null} /> },
          { label: 'Uitgegeven', value: formatMoment(certificate.issuedAt) },
        ]}
      >
        <p>
          <strong>{certificate.title}</strong>
        </p>
        <p>{extent(certificate)}</p>
        <p>
          {period(certificate)} {testSentence(certificate)}
        </p>
        <p>
          Iedereen met de code kan dit controleren op{' '}
          <a href={paths.certificateCheck(code)}>{paths.certificateCheck(code)}</a>.
        </p>
        {revokedAt && <p>Reden van het intrekken: {certificate.revokedReason}</p>}
      </Sheet>
      {reviews.some(({ decidedAt }) => decidedAt) && (
        <DefinitionList
          items={reviews
            .filter(({ decidedAt }) => decidedAt)
            .map(({ noticedAt, decidedAt, decision, decidedByName }) => ({
              key: noticedAt.toISOString(),
              term: `Gewijzigd op ${formatMoment(noticedAt)}`,
              value: `${decision === 'revoked' ? 'ingetrokken' : 'blijft geldig'}, besloten door ${decidedByName ?? 'het portaal'} op ${decidedAt ? formatMoment(decidedAt) : ''}`,
            }))}
        />
      )}
      {!revokedAt && <CertificateDecision review={open} lastResult={reply?.result} />}
    </Page>
  )
}
