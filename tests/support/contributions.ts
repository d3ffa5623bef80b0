import { createHash } from 'node:crypto'
import { sendRequest } from '#app/features/contributions/ask-signatures.server.ts'
import type { Amount } from '#app/features/contributions/contribution.ts'
import { findContribution } from '#app/features/contributions/contribution-queries.server.ts'
import { lineText } from '#app/features/contributions/contribution-texts.ts'
import { insertContribution } from '#app/features/contributions/insert-contribution.server.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { aCoordinator, aMembership, anEdition, anOrganisation, aPerson, theTestRegion } from './builders.ts'
import { linkMailedTo } from './mail.ts'

let count = 0

/** A company with somebody who may sign for it. */
export async function aCompany(db: Db, values: { name?: string; address?: string } = {}) {
  const number = ++count
  const company = await anOrganisation(db, { name: values.name ?? `Bedrijf ${number}`, kinds: ['company'] })
  const signer = await aPerson(db, {
    givenName: 'Sanne',
    familyName: `Tekenaar ${number}`,
    address: values.address ?? `tekenaar${number}@bedrijf.example`,
  })
  await aMembership(db, { personId: signer.id, organisationId: company.id, role: 'contribution_signer' })
  return { ...company, signer }
}

/** A meeting that began some days ago. */
export async function aPastMeeting(db: Db, values: { daysAgo?: number; trainerId?: number } = {}) {
  const startsAt = new Date(now().getTime() - (values.daysAgo ?? 2) * 86_400_000)
  const edition = await anEdition(db, { startsAt, trainerId: values.trainerId })
  return db.selectFrom('meeting').selectAll().where('editionId', '=', edition.id).executeTakeFirstOrThrow()
}

/** A line of a company that waits for its signature, as if it had been recorded at a meeting. */
export async function aWaitingLine(
  db: Db,
  values: { organisationId: number; amount?: Amount; what?: string; meetingId?: number; daysAgo?: number },
) {
  const meeting = values.meetingId
    ? await db.selectFrom('meeting').selectAll().where('id', '=', values.meetingId).executeTakeFirstOrThrow()
    : await aPastMeeting(db, values)
  const id = await inTransaction(db, (trx) =>
    insertContribution(trx, {
      source: { kind: 'meeting', id: meeting.id, words: 'Lassen' },
      entryKey: `form:${++count}`,
      organisationId: values.organisationId,
      projectNumber: 6,
      day: dayOf(meeting.startsAt),
      what: values.what ?? `Hulp ${count}`,
      amount: values.amount ?? { kind: 'hours', minutes: 120 },
      recordedBy: null,
    }),
  )
  if (!id) throw new Error('The line was there already.')
  return lineOf(db, id)
}

/** A line as it is now, with the hash of what stands on the page. */
export async function lineOf(db: Db, id: number) {
  const line = await findContribution(db, id)
  if (!line) throw new Error(`There is no contribution ${id}.`)
  return { ...line, hash: createHash('sha256').update(lineText(line)).digest('hex') }
}

/** A company with waiting lines and the link that was mailed for them. */
export async function anAskedCompany(db: Db, lines = 2) {
  await theTestRegion(db)
  const company = await aCompany(db)
  const waiting = []
  for (let i = 0; i < lines; i++) waiting.push(await aWaitingLine(db, { organisationId: company.id }))
  const coordinator = await aCoordinator(db)
  await sendRequest(db, coordinator, company.id)
  const path = await linkMailedTo(db, company.signer.address)
  return { company, coordinator, lines: waiting, path, token: path.split('/').at(-1) ?? '' }
}
