import { generateKeyPairSync, sign } from 'node:crypto'
import { sql } from 'kysely'
import { certificatePdf } from '#app/features/certificates/certificate-pdf.server.ts'
import { type Certificate, findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { type SignedCredential, signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { paths } from '#app/paths.ts'
import { environment } from '#app/platform/environment.server.ts'
import { createPdf } from '#app/platform/pdf/document.server.ts'
import type { Db } from '#db/client.server.ts'
import { cost, milliseconds, type Run } from './runs.ts'
import type { Running } from './servers.ts'

const amount = 1_000

type Signed = { certificate: Certificate; signed: SignedCredential }

/**
 * Signing certificates for the first time, each in both forms, and drawing them with what was signed attached. It is done
 * here, one after another, by what the portal itself uses. The floor of signing is the bare signatures (Ed25519 and RSA)
 * of as many bytes; of drawing a page without anything on it, with the same attachment.
 */
export async function benchCredentials(db: Db, portal: Running): Promise<Run[]> {
  const certificates = await newCertificates(db)
  console.log(`Measuring: signing ${amount} credentials …`)
  const made: Signed[] = []
  const signing = await costHere(portal, async () => {
    for (const certificate of certificates)
      made.push({ certificate, signed: await signedCredential(db, certificate) })
  })
  console.log(`Measuring: ${amount} PDFs with an attachment …`)
  let bytes = 0
  const drawing = await costHere(portal, async () => {
    for (const { certificate, signed } of made) {
      const url = environment().baseUrl + paths.certificateCheck(certificate.code)
      bytes += (await certificatePdf(certificate, url, asText(signed))).byteLength
    }
  })
  return [
    {
      name: `signing ${amount} credentials`,
      each: 'credentials',
      times: amount,
      ...signing,
      floorMs: await milliseconds(async () => signBare(made)),
      said: 'a Data Integrity proof and a JWT each, stored',
    },
    {
      name: `${amount} PDFs with attachment`,
      each: 'PDFs',
      times: amount,
      ...drawing,
      floorMs: await milliseconds(() => drawBare(made)),
      said: `${Math.round(bytes / amount / 1000)} kB each`,
    },
  ]
}

const asText = ({ credential }: SignedCredential) => JSON.stringify(credential, null, 2)

/** Certificates that nobody asked for yet, of enrolments that had none. */
async function newCertificates(db: Db): Promise<Certificate[]> {
  const { rows } = await sql<{ id: number }>`
    insert into certificate (kind, number, code, enrolment_id, person_id, holder_name, title, minutes, meetings,
      attendance_percent, first_day, last_day, project_number, project_title, exam_modules, region_name, signatory_name,
      signatory_role, demo)
    select kind, 'B-' || enrolment.id, 'BENCH' || lpad(enrolment.id::text, 11, '0'), enrolment.id, enrolment.person_id,
      holder_name, title, minutes, meetings, attendance_percent, first_day, last_day, project_number, project_title,
      exam_modules, region_name, signatory_name, signatory_role, demo
    from (select * from certificate order by id limit 1) pattern
    cross join lateral (select id, person_id from enrolment
      where not exists (select from certificate where enrolment_id = enrolment.id)
      order by id limit ${amount}) enrolment
    returning id`.execute(db)
  if (rows.length !== amount) throw new Error(`Only ${rows.length} certificates could be made.`)
  const found = await Promise.all(rows.map(({ id }) => findCertificate(db, id)))
  return found.filter((one) => one !== undefined)
}

/** What it costs this process, and the database of the portal. */
async function costHere(portal: Running, work: () => Promise<unknown>) {
  const before = process.cpuUsage()
  const { elapsedMs, processorMs } = await cost(portal, work)
  const { user, system } = process.cpuUsage(before)
  return { elapsedMs, processorMs: processorMs + (user + system) / 1000 }
}

function signBare(made: readonly Signed[]): void {
  const ed25519 = generateKeyPairSync('ed25519').privateKey
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  for (const { signed } of made) {
    sign(null, Buffer.from(asText(signed)), ed25519)
    sign('sha256', Buffer.from(signed.jwt), rsa)
  }
}

async function drawBare(made: readonly Signed[]): Promise<void> {
  for (const { certificate, signed } of made) {
    const { title, regionName: author, demo } = certificate
    const { pdf, root, finish } = createPdf({ title, subject: title, author, demo })
    pdf.addPage()
    pdf.file(Buffer.from(asText(signed)), { name: 'badge.json' })
    root.end()
    await finish()
  }
}
