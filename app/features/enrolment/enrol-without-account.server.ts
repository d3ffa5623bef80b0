import { createPerson } from '#app/features/people/create-person.server.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { countAttempt } from '#app/platform/throttle.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { insertEnrolment } from './admit.server.ts'
import { accountNeededMs, holdMs, place, unconfirmedPerNetwork, whyClosed } from './enrolment.ts'
import type { EnrolWithoutAccountInput } from './enrolment-form.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { findOpenEnrolment } from './enrolment-queries.server.ts'
import { closedTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { type LockedEdition, lockEdition } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { listSchools } from './school-queries.server.ts'
import { countUnconfirmed, findUnconfirmed } from './unconfirmed-queries.server.ts'

/**
 * Asks for a place with a name and an address, and holds it until the mail is confirmed. Whoever the address belongs
 * to, the answer is the same: look in your mail. `networkHash` recognises a network without keeping its address.
 */
export async function enrolWithoutAccount(
  db: Db,
  edition: { id: number },
  input: EnrolWithoutAccountInput,
  networkHash: string,
): Promise<{ mailId: number | undefined }> {
  const mayMail = await countAttempt('link-address', input.email)
  return inTransaction(db, async (trx) => {
    const locked = orNotFound(await lockEdition(trx, edition.id))
    await refuseVisitor(trx, locked, networkHash)
    if (!mayMail) return { mailId: undefined }
    const owner = await findOrCreate(trx, input)
    if (!owner) return { mailId: undefined }
    const about = await mailEdition(trx, locked)
    const open = await findOpenEnrolment(trx, owner.personId, locked.id)
    if (open && (!open.heldUntil || open.status === 'offered'))
      return send(trx, input, owner, open.id, enrolmentMails.alreadyEnrolled(about))
    // One unconfirmed place for an address: asked for again, the link is sent again.
    const elsewhere = open ? undefined : await findUnconfirmed(trx, owner.personId)
    const enrolment = open ?? elsewhere ?? (await hold(trx, locked, owner, input, networkHash))
    const token = await confirmLink(trx, owner.personId, enrolment)
    const mail = elsewhere
      ? enrolmentMails.anotherUnconfirmed(about, elsewhere.title, token)
      : enrolmentMails.confirmAddress(about, token, enrolment.status === 'waitlisted')
    return send(trx, input, owner, enrolment.id, mail)
  })
}

type Owner = { personId: number }
type Held = { id: number; status: string; heldUntil: Date | null }

/** What is refused to everybody alike, whatever the address. */
async function refuseVisitor(trx: Transaction, edition: LockedEdition, networkHash: string): Promise<void> {
  const closed = whyClosed(edition, now())
  if (closed) throw new Refusal(closedTexts[closed])
  const ahead = (edition.startsAt?.getTime() ?? 0) - now().getTime()
  if (ahead <= accountNeededMs) throw new Refusal(texts.tooLateWithoutAccount)
  if ((await countUnconfirmed(trx, edition.id, networkHash)) >= unconfirmedPerNetwork) {
    throw new Refusal(texts.tooManyFromNetwork)
  }
}

/** Whose address it is, or somebody new; undefined for the address of an account that was closed. */
async function findOrCreate(trx: Transaction, input: EnrolWithoutAccountInput): Promise<Owner | undefined> {
  const { givenName, familyName, email, organisationId, schoolName, schoolTown, role } = input
  try {
    return await createPerson(trx, null, {
      givenName,
      familyName,
      address: email,
      role,
      ...(organisationId > 0 && { organisationId }),
      ...(schoolName && schoolTown && { suggestion: { name: schoolName, town: schoolTown } }),
    })
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function hold(
  trx: Transaction,
  edition: LockedEdition,
  owner: Owner,
  input: EnrolWithoutAccountInput,
  networkHash: string,
): Promise<Held> {
  const schools = await listSchools(trx, owner.personId)
  const school = schools.find(({ organisationId }) => organisationId === input.organisationId) ?? schools[0]
  // Without a free place there is nothing to hold: a place in line is kept for as long.
  const status = place(edition, false) === 'waitlisted' ? 'waitlisted' : 'unconfirmed'
  const heldUntil = new Date(now().getTime() + holdMs)
  const { id } = await insertEnrolment(trx, {
    editionId: edition.id,
    personId: owner.personId,
    status,
    heldUntil,
    networkHash,
    organisationId: school?.organisationId ?? null,
    teamId: school?.teamId ?? null,
    note: input.note ?? null,
    dietaryWishes: input.dietaryWishes ?? null,
    telephone: input.telephone ?? null,
  })
  await note(
    trx,
    null,
    'enrolment.hold',
    { type: 'enrolment', id },
    { details: { editionId: edition.id, status } },
  )
  return { id, status, heldUntil }
}

function confirmLink(trx: Transaction, personId: number, enrolment: Held): Promise<string> {
  const left = (enrolment.heldUntil?.getTime() ?? 0) - now().getTime()
  return createLinkToken(trx, 'confirm-enrolment', {
    personId,
    subjectId: enrolment.id,
    minutes: Math.max(1, left / 60_000),
  })
}

async function send(
  trx: Transaction,
  input: EnrolWithoutAccountInput,
  owner: Owner,
  enrolmentId: number,
  mail: ReturnType<typeof enrolmentMails.alreadyEnrolled>,
): Promise<{ mailId: number | undefined }> {
  const mailId = await mailAddress(
    trx,
    // Without the name that was typed: nobody sends words of their own to somebody else's address through us.
    { address: input.email, greeting: null, personId: owner.personId },
    // Asked for again is sent again, so the moment is part of what it is about.
    { reason: 'enrolment.confirm-asked', subjectKey: `enrolment:${enrolmentId}:${now().getTime()}`, mail },
  )
  return { mailId }
}
