import { createHash } from 'node:crypto'
import type { CertificateSnapshot } from '#app/features/certificates/certificate.ts'
import { extent, kindNames, period } from '#app/features/certificates/certificate-texts.ts'
import { formatFullDay } from '#app/ui/format.ts'
import { didOf, issuerPaths, statusPlace } from './issuer.ts'

/**
 * A certificate as an Open Badges 3.0 AchievementCredential (1EdTech, final 3.0.3). Plain values in, a plain document
 * out: nothing in it names its holder, who is known by a salted hash of an address.
 */

export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  // Defines the type of the schema check below.
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const

export const schemaAddress =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/** Where the official codes of exam modules come from. */
const framework = 'Examenprogramma’s beroepsgerichte profielvakken vmbo'
const frameworkAddress = 'https://www.examenblad.nl/'

export type CredentialFacts = {
  certificate: CertificateSnapshot
  /** Of the page of the offering. */
  slug: string
  baseUrl: string
  /** The address by which the holder is known, and what is mixed in so that it cannot be guessed. */
  address: string
  salt: string
  statusIndex: number
}

export type UnsignedCredential = ReturnType<typeof credentialOf>
export type Credential = UnsignedCredential & { proof: Record<string, unknown>[] }

/** The hash by which a wallet recognises its own holder (Open Badges 3.0, IdentityObject). */
export const identityHash = (address: string, salt: string): string =>
  `sha256$${createHash('sha256')
    .update(address + salt)
    .digest('hex')}`

export function credentialOf({ certificate, slug, baseUrl, address, salt, statusIndex }: CredentialFacts) {
  const { list, place } = statusPlace(statusIndex)
  const statusList = baseUrl + issuerPaths.status(list)
  const hours = Math.round((certificate.minutes / 60) * 100) / 100
  const example = certificate.demo ? 'VOORBEELD: ' : ''
  return {
    '@context': [...contexts],
    id: `${baseUrl}/certificaten/${certificate.code}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${example}${certificate.title}`,
    ...(certificate.demo && { description: 'Dit is een VOORBEELD uit een oefenomgeving en bewijst niets.' }),
    issuer: {
      id: didOf(baseUrl),
      type: ['Profile'],
      name: `${example}${certificate.regionName}`,
      url: baseUrl,
    },
    validFrom: certificate.issuedAt.toISOString(),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: identityHash(address, salt),
          identityType: 'emailAddress',
          salt,
        },
      ],
      activityStartDate: `${certificate.firstDay}T00:00:00Z`,
      activityEndDate: `${certificate.lastDay}T00:00:00Z`,
      creditsEarned: hours,
      achievement: {
        id: `${baseUrl}/aanbod/${slug}`,
        type: ['Achievement'],
        achievementType: certificate.kind === 'certificate' ? 'Certificate' : 'CertificateOfCompletion',
        name: `${example}${certificate.title}`,
        description: `${kindNames[certificate.kind]} van ${certificate.regionName}, in het project ${certificate.projectTitle}.`,
        criteria: { narrative: narrativeOf(certificate) },
        creditsAvailable: hours,
        inLanguage: 'nl',
        alignment: certificate.examModules.map(({ code, title }) => ({
          type: ['Alignment'],
          targetCode: code,
          targetName: title,
          targetFramework: framework,
          targetType: 'CFItem',
          targetUrl: frameworkAddress,
        })),
      },
    },
    credentialSchema: [{ id: schemaAddress, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: {
      id: `${statusList}#${place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place),
      statusListCredential: statusList,
    },
  }
}

/** What was done for it, without anybody's name: of a test the day, and not who took it. */
function narrativeOf(certificate: CertificateSnapshot): string {
  const { testPassedOn } = certificate
  const test = testPassedOn ? `Geslaagd voor de toets op ${formatFullDay(testPassedOn)}.` : ''
  return [extent(certificate), period(certificate), test].filter(Boolean).join(' ')
}
