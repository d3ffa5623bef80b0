import { type Actor, isTrainer } from './actor.ts'

/** Somebody's team lead, or a coordinator where there is none; nobody for themselves. */
const leadsHolder = (actor: Actor, { personId, teamIds }: { personId: number; teamIds: readonly number[] }) =>
  actor.personId !== personId && (actor.isCoordinator || teamIds.some((teamId) => actor.leads.has(teamId)))

const isDirector = (actor: Actor, school: { organisationId: number }) =>
  actor.memberships.some(
    ({ role, organisationId }) => role === 'director' && organisationId === school.organisationId,
  )

/** Whether somebody writes for the company. */
const authorsAt = (actor: Actor, company: { organisationId: number }) =>
  actor.memberships.some(
    ({ organisationId, role }) =>
      organisationId === company.organisationId && (role === 'company_author' || role === 'company_admin'),
  )

/** Whether somebody leads a team of the school. */
const leadsAt = (actor: Actor, school: { organisationId: number }) =>
  actor.memberships.some(
    ({ teamId, organisationId }) =>
      organisationId === school.organisationId && teamId !== null && actor.leads.has(teamId),
  )

/**
 * Who may do what. Every permission in the portal is one line of this table; a subject is the least that the answer
 * needs. A permission is about who: "full" or "already started" is a refusal, and stands with the rule.
 */
export const abilities = {
  // One's own account and enrolments
  'account.manage': (actor: Actor, person: { personId: number }) => actor.personId === person.personId,
  'enrolment.request': (actor: Actor, forWhom: { personId: number }) =>
    actor.personId === forWhom.personId || actor.isCoordinator,
  'enrolment.withdraw': (actor: Actor, enrolment: { personId: number }) =>
    actor.personId === enrolment.personId || actor.isCoordinator,
  'enrolment.hand-over': (actor: Actor, enrolment: { personId: number }) =>
    actor.personId === enrolment.personId || actor.isCoordinator,
  'enrolment.see': (
    actor: Actor,
    enrolment: { personId: number; teamId: number | null; editionId: number },
  ) =>
    actor.personId === enrolment.personId ||
    actor.isCoordinator ||
    actor.trains.has(enrolment.editionId) ||
    (enrolment.teamId !== null && actor.leads.has(enrolment.teamId)),
  'absence.report': (actor: Actor, enrolment: { personId: number }) => actor.personId === enrolment.personId,
  'attendance.check-in': (actor: Actor, enrolment: { personId: number }) =>
    actor.personId === enrolment.personId,
  'evaluation.answer': (actor: Actor, enrolment: { personId: number }) =>
    actor.personId === enrolment.personId,
  'certificate.download': (actor: Actor, certificate: { personId: number }) =>
    actor.personId === certificate.personId || actor.isCoordinator,
  'handout.read': (actor: Actor, handout: { editionId: number; participates: boolean }) =>
    handout.participates || actor.trains.has(handout.editionId) || actor.isCoordinator,

  // One's own dossier
  'qualification.keep': (actor: Actor, holder: { personId: number }) => actor.personId === holder.personId,
  'qualification.withdraw': (actor: Actor, holder: { personId: number }) =>
    actor.personId === holder.personId || actor.isCoordinator,

  'interest.lay': (actor: Actor, person: { personId: number }) => actor.personId === person.personId,

  // Team leads
  'enrolment.approve': (actor: Actor, enrolment: { teamId: number | null }) =>
    actor.isCoordinator || (enrolment.teamId !== null && actor.leads.has(enrolment.teamId)),
  'team.see': (actor: Actor, team: { teamId: number }) => actor.isCoordinator || actor.leads.has(team.teamId),
  'team.list': (actor: Actor) => actor.isCoordinator || actor.leads.size > 0,
  // What people hold: seen, checked and vouched for by whoever leads their team, never by themselves.
  'team-dossier.see': (actor: Actor, holder: { personId: number; teamIds: readonly number[] }) =>
    leadsHolder(actor, holder),
  'qualification.verify': (actor: Actor, holder: { personId: number; teamIds: readonly number[] }) =>
    leadsHolder(actor, holder),
  'qualification.attest': (actor: Actor, holder: { personId: number; teamIds: readonly number[] }) =>
    leadsHolder(actor, holder),
  'qualification.see-scan': (
    actor: Actor,
    paper: { personId: number; teamIds: readonly number[]; beingChecked: boolean },
  ) => actor.personId === paper.personId || (paper.beingChecked && leadsHolder(actor, paper)),
  // What a team and its groups have to hold is its lead's; of a school or a role a coordinator's.
  'requirement.manage': (actor: Actor, rule: { teamId: number | null }) =>
    actor.isCoordinator || (rule.teamId !== null && actor.leads.has(rule.teamId)),
  'team.enrol': (actor: Actor, team: { teamId: number }) => actor.leads.has(team.teamId),

  // Directors: a whole school in numbers, nobody by name
  'school-figures.see': (actor: Actor, school: { organisationId: number }) =>
    actor.isCoordinator || isDirector(actor, school),
  'school-figures.list': (actor: Actor) =>
    actor.isCoordinator || actor.memberships.some(({ role }) => role === 'director'),
  // Which exam modules a school teaches, and by how many people each is covered; by whom stands with each name.
  'coverage.see': (actor: Actor, school: { organisationId: number }) =>
    actor.isCoordinator || isDirector(actor, school) || leadsAt(actor, school),
  'school-modules.manage': (actor: Actor, school: { organisationId: number }) =>
    actor.isCoordinator || leadsAt(actor, school),
  'coverage.list': (actor: Actor) => actor.isCoordinator,

  // Companies: what one company writes, no other reads or changes
  'module.write': (actor: Actor, module: { organisationId: number }) => authorsAt(actor, module),

  // Trainers
  'teaching.see': (actor: Actor) => isTrainer(actor) || actor.isCoordinator,
  'edition.teach': (actor: Actor, edition: { editionId: number }) =>
    actor.trains.has(edition.editionId) || actor.isCoordinator,
  'attendance.record': (actor: Actor, meeting: { editionId: number; meetingId: number }) =>
    actor.trains.has(meeting.editionId) || actor.trainsMeetings.has(meeting.meetingId) || actor.isCoordinator,
  'test-result.record': (actor: Actor, edition: { editionId: number }) =>
    actor.trains.has(edition.editionId) || actor.isCoordinator,
  'certificate.issue': (actor: Actor, edition: { editionId: number }) =>
    actor.trains.has(edition.editionId) || actor.isCoordinator,
  'evaluation.see': (actor: Actor, edition: { editionId: number }) =>
    actor.trains.has(edition.editionId) || actor.isCoordinator,
  'handout.manage': (actor: Actor, edition: { editionId: number }) =>
    actor.trains.has(edition.editionId) || actor.isCoordinator,
  'contribution.record': (actor: Actor, meeting: { editionId: number; meetingId: number }) =>
    actor.trains.has(meeting.editionId) || actor.trainsMeetings.has(meeting.meetingId) || actor.isCoordinator,
  // As long as nobody answered it, whoever wrote it down may take it back.
  'contribution.withdraw': (actor: Actor, contribution: { recordedBy: number | null }) =>
    actor.personId === contribution.recordedBy || actor.isCoordinator,
  // Whom to ring when a meeting changes at the last moment: numbers are for the day itself.
  'participants.ring': (actor: Actor, meeting: { editionId: number; meetingId: number }) =>
    actor.trains.has(meeting.editionId) || actor.trainsMeetings.has(meeting.meetingId) || actor.isCoordinator,
  // A trainer reports themselves, and hands their own meeting to a co-trainer; the rest is a coordinator's.
  'trainer.report-out': (
    actor: Actor,
    trainer: { personId: number | null; editionId: number; meetingId: number },
  ) =>
    actor.isCoordinator ||
    (actor.personId === trainer.personId &&
      (actor.trains.has(trainer.editionId) || actor.trainsMeetings.has(trainer.meetingId))),
  'trainer.replace': (
    actor: Actor,
    trainer: { personId: number | null; editionId: number; meetingId: number; toCoTrainer: boolean },
  ) =>
    actor.isCoordinator ||
    (trainer.toCoTrainer &&
      actor.personId === trainer.personId &&
      (actor.trains.has(trainer.editionId) || actor.trainsMeetings.has(trainer.meetingId))),
  'message.send': (actor: Actor, edition: { editionId: number }) =>
    actor.trains.has(edition.editionId) || actor.isCoordinator,

  // Coordinators
  'contribution.manage': (actor: Actor) => actor.isCoordinator,
  'dispensation.grant': (actor: Actor) => actor.isCoordinator,
  'edition.reopen': (actor: Actor) => actor.isCoordinator,
  'certificate.revoke': (actor: Actor) => actor.isCoordinator,
  'certificate.review': (actor: Actor) => actor.isCoordinator,
  'enrolment.manage': (actor: Actor) => actor.isCoordinator,
  'offering.manage': (actor: Actor) => actor.isCoordinator,
  'edition.manage': (actor: Actor) => actor.isCoordinator,
  'interest.manage': (actor: Actor) => actor.isCoordinator,
  'person.manage': (actor: Actor) => actor.isCoordinator || actor.isAdministrator,
  // With what somebody logs in, and whether they can: who has more rights must not be reached through it.
  'person.secure': (actor: Actor, person: { hasRegionRole: boolean }) =>
    actor.isAdministrator || (actor.isCoordinator && !person.hasRegionRole),
  // Never oneself: whoever carries it out looks at it with other eyes.
  'person.erase': (actor: Actor, person: { personId: number; hasRegionRole: boolean }) =>
    actor.personId !== person.personId &&
    (actor.isAdministrator || (actor.isCoordinator && !person.hasRegionRole)),
  'person.merge': (actor: Actor) => actor.isCoordinator,
  'person.import': (actor: Actor) => actor.isCoordinator,
  'history.import': (actor: Actor) => actor.isCoordinator,
  'organisation.manage': (actor: Actor) => actor.isCoordinator,
  'qualification.manage': (actor: Actor) => actor.isCoordinator,
  'qualification.import': (actor: Actor) => actor.isCoordinator,
  'qualification-type.manage': (actor: Actor) => actor.isCoordinator,
  'hour-entitlement.manage': (actor: Actor) => actor.isCoordinator,
  'renewal.plan': (actor: Actor) => actor.isCoordinator,
  'programme.manage': (actor: Actor) => actor.isCoordinator,
  'contact.handle': (actor: Actor) => actor.isCoordinator,
  'list.export': (actor: Actor) => actor.isCoordinator,
  'figures.see': (actor: Actor) => actor.isCoordinator,
  'administration.see': (actor: Actor) => actor.isCoordinator || actor.isAdministrator,
  'journal.read': (actor: Actor) => actor.isCoordinator || actor.isAdministrator,
  'mail.trouble.see': (actor: Actor) => actor.isCoordinator || actor.isAdministrator,

  // Administrators
  'mailbox.read': (actor: Actor) => actor.isAdministrator,
  'region-role.grant': (actor: Actor) => actor.isAdministrator,
  'settings.manage': (actor: Actor) => actor.isAdministrator,
} satisfies Record<string, (actor: Actor, subject: never) => boolean>

export type Abilities = typeof abilities
export type Ability = keyof Abilities
/** What the ability is about: nothing, or one subject of its own shape. */
export type SubjectOf<A extends Ability> =
  Parameters<Abilities[A]> extends [Actor, infer Subject] ? [subject: Subject] : []

/** The answer, for the screen and for the server alike. */
export function can<A extends Ability>(actor: Actor, ability: A, ...subject: SubjectOf<A>): boolean {
  const rule = abilities[ability] as (actor: Actor, subject?: unknown) => boolean
  return rule(actor, subject[0])
}
