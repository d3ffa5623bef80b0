export type CertificateKind = 'proof_of_participation' | 'certificate'

/** What was issued, as it stood then: nothing in it follows the world. Instants are `Date`, days `YYYY-MM-DD`. */
export type CertificateSnapshot = {
  kind: CertificateKind
  number: string
  code: string
  holderName: string
  title: string
  minutes: number
  meetings: number
  attendancePercent: number
  firstDay: string
  lastDay: string
  testPassedOn: string | null
  testExaminer: string | null
  projectNumber: number
  projectTitle: string
  examModules: { code: string; title: string }[]
  regionName: string
  signatoryName: string
  signatoryRole: string
  demo: boolean
  issuedAt: Date
  revokedAt: Date | null
  revokedReason: string | null
}
