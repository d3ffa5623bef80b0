import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currentActor } from '#app/access/require-actor.server.ts'
import { findCertificateByCode } from '#app/features/certificates/certificate-queries.server.ts'
import { kindNames } from '#app/features/certificates/certificate-texts.ts'
import { CertificateDownloads } from '#app/features/certificates/components/certificate-downloads.tsx'
import { readVerificationCode } from '#app/features/certificates/verification-code.ts'
import { erasedName } from '#app/features/privacy/erasure-texts.ts'
import { paths } from '#app/paths.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { countAttempt, isThrottled } from '#app/platform/throttle.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.certificate?.demo ? 'VOORBEELD: is' : 'Is'} dit bewijs echt?` },
  { name: 'robots', content: 'noindex' },
]

// A certificate can be revoked at any moment: nobody keeps an old answer.
export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })

/** For anyone who has the code; its holder can take it along from here. Only guesses that miss are counted, so who checks a pile of real ones is never stopped. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args
  const network = context.networkAddress
  const code = readVerificationCode(params.code ?? '')
  const region = await theRegion(database())
  if (await isThrottled('certificate-guess', network)) {
    return data(
      { outcome: 'too-often', regionName: region.name, certificate: null, ownId: null } as const,
      429,
    )
  }
  const found = code ? await findCertificateByCode(database(), code) : undefined
  if (!found) {
    await countAttempt('certificate-guess', network)
    return data({ outcome: 'unknown', regionName: region.name, certificate: null, ownId: null } as const, 404)
  }
  const { id, personId, ...certificate } = found
  const outcome = certificate.revokedAt ? 'revoked' : 'valid'
  const isOwn = outcome === 'valid' && (await currentActor(args))?.personId === personId
  return data({ outcome, regionName: region.name, certificate, ownId: isOwn ? id : null } as const)
}

export default function CertificateCheck() {
  const { outcome, regionName, certificate, ownId } = useLoaderData<typeof loader>()
  if (!certificate) {
    return (
      <Page narrow title={outcome === 'unknown' ? 'Dit bewijs kennen we niet' : 'Even wachten'}>
        <Notice kind={outcome === 'unknown' ? 'stop' : 'warn'}>
          {outcome === 'unknown'
            ? `Bij deze code hoort geen bewijs of certificaat van ${regionName}. Kijk of je de code goed hebt overgenomen.`
            : 'Er is te vaak een code geprobeerd die niet bestaat. Wacht tien minuten en probeer het opnieuw.'}
        </Notice>
        <p>
          Kom je er niet uit? <a href={paths.contact()}>Neem contact op</a>.
        </p>
      </Page>
    )
  }
  const name = kindNames[certificate.kind]
  return (
    <Page
      narrow
      eyebrow={name}
      title={`${certificate.demo ? 'Voorbeeld: dit' : 'Dit'} is ${outcome === 'valid' ? 'geldig' : 'ingetrokken'}`}
    >
      {certificate.demo && (
        <Notice kind="warn" title="VOORBEELD">
          Dit komt uit een oefenomgeving. Het bewijst niets: niemand heeft hiervoor echt iets gedaan.
        </Notice>
      )}
      <Sheet>
        <p>
          {certificate.revokedAt ? (
            <StateBadge tone="stop">ingetrokken op {formatDayYear(certificate.revokedAt)}</StateBadge>
          ) : (
            <StateBadge tone="ok">geldig</StateBadge>
          )}
        </p>
        <DefinitionList
          items={[
            { term: 'Naam', value: certificate.holderName },
            { term: name, value: certificate.title },
            { term: 'Omvang', value: formatMinutes(certificate.minutes) },
          ]}
        />
      </Sheet>
      {certificate.holderName === erasedName && (
        <p>De houder liet de eigen naam wissen. Het papier of de badge zelf blijft te controleren.</p>
      )}
      <p>Afgegeven door {regionName}. Meer dan dit laten we hier niet zien.</p>
      <p>
        Kreeg je het als bestand? <a href={paths.checkCredential()}>Controleer het bestand</a>, dan zie je ook
        de handtekening.
      </p>
      {ownId !== null && <CertificateDownloads id={ownId} />}
    </Page>
  )
}
