import { findLinkToken, type LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import type { Db } from '#db/client.server.ts'
import { listMeetingPlaces } from './meeting-lines-queries.server.ts'

/** The enrolment a link is about, to show its page; undefined when the link was used, is unknown or past its term. */
export async function findLinkedEnrolment(
  db: Db,
  purpose: Extract<LinkPurpose, 'confirm-enrolment' | 'approve-enrolment' | 'accept-offer'>,
  token: string,
) {
  const link = await findLinkToken(db, purpose, token)
  if (!link?.subjectId || !link.personId) return undefined
  return findEnrolmentToShow(db, link.subjectId, link.personId)
}

/** The question to take over a place that a link is about; undefined when it is answered, or the link is dead. */
export async function findLinkedSubstitution(db: Db, token: string) {
  const link = await findLinkToken(db, 'answer-substitution', token)
  if (!link?.subjectId || !link.personId) return undefined
  const asked = await db
    .selectFrom('substitution')
    .select('enrolmentId')
    .where('id', '=', link.subjectId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  if (!asked) return undefined
  const enrolment = await findEnrolmentToShow(db, asked.enrolmentId, link.personId)
  return enrolment && { ...enrolment, substitutionId: link.subjectId }
}

async function findEnrolmentToShow(db: Db, enrolmentId: number, linkPersonId: number) {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'enrolment.id',
      'enrolment.status',
      'enrolment.approval',
      'enrolment.teamId',
      'enrolment.personId',
      'enrolment.heldUntil',
      'enrolment.note',
      'enrolment.createdAt',
      'person.name',
      'person.givenName',
      'edition.id as editionId',
      'edition.offeringId',
      'edition.startsAt',
      'offering.title',
      'offering.slug',
      'offering.lessonsToCover',
    ])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
  return row && { ...row, linkPersonId, meetings: await listMeetingPlaces(db, row.editionId) }
}
