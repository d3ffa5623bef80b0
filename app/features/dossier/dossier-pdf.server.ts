import { kindNames } from '#app/features/certificates/certificate-texts.ts'
import type { CertificateOfHolder } from '#app/features/certificates/certificates-of-person-queries.server.ts'
import { paperName, untilWords } from '#app/features/qualifications/dossier-texts.ts'
import { type Held, isCounted } from '#app/features/qualifications/holding.ts'
import type { DossierPaper } from '#app/features/qualifications/qualification-queries.server.ts'
import { standingWords, verificationWords } from '#app/features/qualifications/qualification-texts.ts'
import type { PaperCheck } from '#app/features/qualifications/verification-queries.server.ts'
import { howWords } from '#app/features/qualifications/verification-texts.ts'
import { tableSheetPdf } from '#app/platform/pdf/table-sheet.server.ts'
import { capitalise, formatDayYear, formatMinutes } from '#app/ui/format.ts'

export type DossierSheet = {
  holder: string
  region: string
  demo: boolean
  madeOn: string
  held: readonly Held<DossierPaper>[]
  checks: readonly PaperCheck[]
  certificates: readonly CertificateOfHolder[]
  /** Where anyone checks a code. */
  checkUrl: (code: string) => string
}

/**
 * A whole dossier to take along: what the portal issued, each with the code by which anyone can check it, and what the
 * holder has from elsewhere, each with who checked it and how.
 */
export function dossierPdf(sheet: DossierSheet): Promise<Buffer> {
  const { holder, region, demo, madeOn, held, certificates, checkUrl } = sheet
  const day = formatDayYear(madeOn)
  const valid = held.filter(({ stand }) => stand.standing === 'valid' || stand.standing === 'expiring')
  const checkOf = new Map(sheet.checks.toReversed().map((check) => [check.qualificationId, check] as const))
  return tableSheetPdf({
    title: `Dossier, ${holder}`,
    subject: `Bewijzen en certificaten op ${day}`,
    author: region,
    demo,
    label: 'Dossier',
    heading: holder,
    cells: [
      { label: 'Stand van', value: day, weight: 1 },
      { label: 'Bewijzen', value: String(held.length), weight: 1 },
      { label: 'Nu geldig', value: String(valid.length), weight: 1 },
      { label: 'Uit dit portaal', value: String(certificates.length), weight: 1 },
    ],
    tables: [
      {
        title: 'Bewijzen',
        columns: [
          { title: 'Bewijs', weight: 32, heading: true },
          { title: 'Nummer', weight: 11 },
          { title: 'Afgegeven', weight: 10 },
          { title: 'Door', weight: 15 },
          { title: 'Geldig', weight: 17 },
          { title: 'Stand', weight: 12 },
          { title: 'Gecontroleerd', weight: 28 },
        ],
        rows:
          held.length === 0
            ? [['Er staan geen bewijzen in het dossier.']]
            : held.map(({ newest, stand, verification }) => [
                paperName(newest),
                newest.number ?? '–',
                formatDayYear(newest.issuedOn),
                newest.awarded ? region : (newest.issuer ?? '–'),
                capitalise(untilWords(stand)),
                capitalise(standingWords[stand.standing].word),
                verification === 'verified' && isCounted(newest)
                  ? checkedWords(newest, checkOf.get(newest.id))
                  : capitalise(verificationWords[verification].word),
              ]),
      },
      {
        title: 'Uit dit portaal, door iedereen te controleren',
        columns: [
          { title: 'Wat', weight: 34, heading: true },
          { title: 'Soort', weight: 16 },
          { title: 'Nummer', weight: 13 },
          { title: 'Afgegeven', weight: 11 },
          { title: 'Uren', weight: 10 },
          { title: 'Code om te controleren', weight: 34 },
        ],
        rows:
          certificates.length === 0
            ? [['Dit portaal gaf nog niets af.']]
            : certificates.map((one) => [
                one.title,
                capitalise(kindNames[one.kind]),
                one.number,
                formatDayYear(one.issuedAt),
                formatMinutes(one.minutes),
                one.revokedAt
                  ? `Ingetrokken op ${formatDayYear(one.revokedAt)}`
                  : { text: checkUrl(one.code).replace(/^https?:\/\//, ''), href: checkUrl(one.code) },
              ]),
      },
    ],
    size: 9,
    foot: `${region} · ${holder} · gemaakt op ${day}`,
  })
}

function checkedWords(paper: DossierPaper, check: PaperCheck | undefined): string {
  if (paper.awarded) return 'Uit een toets van het portaal'
  if (check?.outcome !== 'verified') return capitalise(verificationWords.verified.word)
  const how = check.how ? `, ${howWords[check.how]}` : ''
  return `${check.checkedBy ?? 'Iemand die niet meer bekend is'} op ${formatDayYear(check.checkedAt)}${how}`
}
