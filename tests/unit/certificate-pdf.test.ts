import { expect, test } from 'vitest'
import type { CertificateSnapshot } from '#app/features/certificates/certificate.ts'
import { certificatePdf } from '#app/features/certificates/certificate-pdf.server.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const url = 'https://bijblijven.example.nl/certificaten/Xk3f9QmZ2w8RtYp1LsVb'
const snapshot: CertificateSnapshot = {
  kind: 'proof_of_participation',
  number: '2027-000123',
  code: 'Xk3f9QmZ2w8RtYp1LsVb',
  holderName: 'Voorbeeldinstructeur',
  title: 'Cobots in de les',
  minutes: 960,
  meetings: 4,
  attendancePercent: 100,
  firstDay: '2026-12-15',
  lastDay: '2027-01-12',
  testPassedOn: null,
  testExaminer: null,
  projectNumber: 6,
  projectTitle: 'Professionaliseren docenten en instructeurs',
  examModules: [{ code: 'P/PIE/03', title: 'Besturen en automatiseren' }],
  regionName: 'STO Deventer-Twello',
  signatoryName: 'V. Voorbeeld',
  signatoryRole: 'Programmamanager',
  demo: false,
  issuedAt: new Date('2027-01-12T15:00:00Z'),
  revokedAt: null,
  revokedReason: null,
}
const made = async (change: Partial<CertificateSnapshot> = {}) =>
  readPdf(await certificatePdf({ ...snapshot, ...change }, url))

test('a proof says who, what, how much, when, and where to check it', async () => {
  const { pages, text } = await made()
  expect(pages).toBe(1)
  const [page = ''] = text
  for (const part of [
    'BEWIJS VAN DEELNAME',
    'Voorbeeldinstructeur',
    'heeft deelgenomen aan',
    'Cobots in de les',
    '16 uur, in vier bijeenkomsten, met 100% aanwezigheid.',
    '15 december 2026',
    '12 januari 2027',
    'Onderdeel van project 6, Professionaliseren docenten en instructeurs.',
    'V. Voorbeeld',
    'Programmamanager',
    'STO Deventer-Twello',
    '12 jan 2027',
    '2027-000123',
    'P/PIE/03',
    url,
  ]) {
    expect(page).toContain(part)
  }
  expect(page).not.toContain('VOORBEELD')
  expect(page).not.toContain('INGETROKKEN')
})

test('it is tagged, in Dutch, titled, and embeds its fonts', async () => {
  const { source, structure } = await made()
  expect(source).toContain('/Lang (nl-NL)')
  expect(source).toContain('/Marked true')
  expect(source).toContain('/DisplayDocTitle true')
  expect(source).toContain(`/Alt (QR-code naar de pagina waar je dit bewijs controleert: ${url})`)
  expect(source.match(/\/FontFile2/g)).toHaveLength(4)
  expect(source).not.toContain('/Helvetica')
  expect(source).not.toContain('pdfuaid')
  const fact = ['    LI', '      Lbl', '      LBody']
  expect(structure.split('\n')).toEqual(
    ['Document', '  H1', ...Array(6).fill('  P'), '  L', ...fact, ...fact, ...fact, ...fact].concat([
      '  Figure',
      '  P',
      '    Span',
      '    Link',
    ]),
  )
})

test('a certificate names the test and its examiner', async () => {
  const { text } = await made({
    kind: 'certificate',
    testPassedOn: '2027-01-12',
    testExaminer: 'P. Proef',
    minutes: 210,
    meetings: 1,
    firstDay: '2027-01-12',
  })
  expect(text[0]).toContain('CERTIFICAAT')
  expect(text[0]).toContain('met goed gevolg afgerond:')
  expect(text[0]).toContain('3,5 uur, in één bijeenkomst')
  expect(text[0]).toContain('Geslaagd voor de toets op 12 januari 2027, bij examinator P. Proef.')
})

test('a demo stands on the page and in its metadata; a revocation with its day', async () => {
  const demo = await made({ demo: true })
  expect(demo.text[0]).toContain('VOORBEELD')
  expect((await certificatePdf({ ...snapshot, demo: true }, url)).toString('latin1')).toMatch(
    /<pdf:Keywords>VOORBEELD<\/pdf:Keywords>/,
  )
  const revoked = await made({ revokedAt: new Date('2027-02-03T10:00:00Z'), revokedReason: 'Verkeerde naam' })
  expect(revoked.text[0]).toMatch(/INGETROKKEN.*op 3 februari 2027/)
  expect(revoked.text[0]).not.toContain('Verkeerde naam')
})

test('long names, long compounds and many exam modules stay on the one page', async () => {
  const title = 'Warmtepompinstallatiemonteurswerkzaamhedenvoorschriften '.repeat(4).trim()
  const examModules = Array.from({ length: 24 }, (_, index) => ({ code: `P/PIE/${10 + index}`, title: '' }))
  const holderName = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren-Nguyễn Şükrüoğlu'
  const { pages, text } = await made({ title, examModules, holderName, kind: 'certificate' })
  expect(pages).toBe(1)
  expect(text[0]).toContain('Warmtepompinstallatiemonteurswerkzaamhedenvoorschriften')
  expect(text[0]).toContain('Nguyễn Şükrüoğlu')
  expect(text[0]).toContain('P/PIE/33')
})

test('what is not in the font, and what would break the metadata, breaks nothing', async () => {
  const file = await certificatePdf(
    { ...snapshot, holderName: 'Łukasz 李 <b>', title: 'Lassen & snijden' },
    url,
  )
  expect(readPdf(file).text[0]).toContain('Łukasz ? <b>')
  expect(file.toString('latin1')).toContain('Lassen en snijden</rdf:li>')
})

test('the same snapshot gives the same bytes', async () => {
  const [one, other] = await Promise.all([certificatePdf(snapshot, url), certificatePdf(snapshot, url)])
  expect(one.equals(other)).toBe(true)
})
