import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { type Ability, abilities, can } from '#app/access/abilities.ts'
import type { Actor } from '#app/access/actor.ts'
import { permissionsDocument } from '#scripts/permissions.ts'

const nobody: Actor = {
  personId: 1,
  name: 'Test',
  isCoordinator: false,
  isReviewer: false,
  isAdministrator: false,
  memberships: [],
  leads: new Set(),
  trains: new Set(),
  trainsMeetings: new Set(),
}

/** Everybody the permissions tell apart. The teacher is person 1; the lead leads team 5; the trainers teach edition 7. */
const roles = {
  teacher: nobody,
  colleague: { ...nobody, personId: 2 },
  lead: {
    ...nobody,
    personId: 3,
    leads: new Set([5]),
    memberships: [
      {
        id: 3,
        organisationId: 9,
        organisationName: 'S',
        teamId: 5,
        teamName: 'T',
        role: 'team_lead',
      },
    ],
  },
  leadElsewhere: { ...nobody, personId: 4, leads: new Set([6]) },
  trainer: { ...nobody, personId: 5, trains: new Set([7]) },
  trainerElsewhere: { ...nobody, personId: 6, trains: new Set([8]) },
  meetingTrainer: { ...nobody, personId: 7, trainsMeetings: new Set([70]) },
  author: {
    ...nobody,
    personId: 8,
    memberships: [
      {
        id: 1,
        organisationId: 9,
        organisationName: 'B',
        teamId: null,
        teamName: null,
        role: 'company_admin',
      },
    ],
  },
  authorElsewhere: {
    ...nobody,
    personId: 18,
    memberships: [
      {
        id: 1,
        organisationId: 1,
        organisationName: 'B',
        teamId: null,
        teamName: null,
        role: 'company_admin',
      },
    ],
  },
  director: {
    ...nobody,
    personId: 12,
    memberships: [
      {
        id: 2,
        organisationId: 9,
        organisationName: 'S',
        teamId: null,
        teamName: null,
        role: 'director',
      },
    ],
  },
  reviewer: { ...nobody, personId: 9, isReviewer: true },
  coordinator: { ...nobody, personId: 10, isCoordinator: true },
  administrator: { ...nobody, personId: 11, isAdministrator: true },
} satisfies Record<string, Actor>
type Role = keyof typeof roles

/** What each ability is asked about: something of the teacher's, in team 5, edition 7, meeting 70, school 9. */
const subject = {
  personId: 1,
  teamId: 5,
  editionId: 7,
  meetingId: 70,
  participates: false,
  organisationId: 9,
  recordedBy: 5,
  teamIds: [5],
  beingChecked: true,
}

/** Who may, written down by hand: not derived from the table that is tested. */
const expected: Record<Ability, Role[]> = {
  'account.manage': ['teacher'],
  'enrolment.request': ['teacher', 'coordinator'],
  'enrolment.withdraw': ['teacher', 'coordinator'],
  'enrolment.hand-over': ['teacher', 'coordinator'],
  'enrolment.see': ['teacher', 'lead', 'trainer', 'coordinator'],
  'absence.report': ['teacher'],
  'attendance.check-in': ['teacher'],
  'evaluation.answer': ['teacher'],
  'certificate.download': ['teacher', 'coordinator'],
  'handout.read': ['trainer', 'coordinator'],
  'qualification.keep': ['teacher'],
  'qualification.withdraw': ['teacher', 'coordinator'],
  'team-dossier.see': ['lead', 'coordinator'],
  'qualification.verify': ['lead', 'coordinator'],
  'qualification.attest': ['lead', 'coordinator'],
  'qualification.see-scan': ['teacher', 'lead', 'coordinator'],
  'interest.lay': ['teacher'],
  'interest.manage': ['coordinator'],
  'requirement.manage': ['lead', 'coordinator'],
  'team.enrol': ['lead'],
  'enrolment.approve': ['lead', 'coordinator'],
  'team.see': ['lead', 'coordinator'],
  'team.list': ['lead', 'leadElsewhere', 'coordinator'],
  'school-figures.see': ['director', 'coordinator'],
  'school-figures.list': ['director', 'coordinator'],
  'coverage.see': ['lead', 'director', 'coordinator'],
  'school-modules.manage': ['lead', 'coordinator'],
  'coverage.list': ['coordinator'],
  'module.write': ['author'],
  'teaching.see': ['trainer', 'trainerElsewhere', 'meetingTrainer', 'coordinator'],
  'edition.teach': ['trainer', 'coordinator'],
  'attendance.record': ['trainer', 'meetingTrainer', 'coordinator'],
  'test-result.record': ['trainer', 'coordinator'],
  'certificate.issue': ['trainer', 'coordinator'],
  'evaluation.see': ['trainer', 'coordinator'],
  'handout.manage': ['trainer', 'coordinator'],
  'contribution.record': ['trainer', 'meetingTrainer', 'coordinator'],
  'contribution.withdraw': ['trainer', 'coordinator'],
  'contribution.manage': ['coordinator'],
  'participants.ring': ['trainer', 'meetingTrainer', 'coordinator'],
  'trainer.report-out': ['coordinator'],
  'trainer.replace': ['coordinator'],
  'message.send': ['trainer', 'coordinator'],
  'dispensation.grant': ['coordinator'],
  'edition.reopen': ['coordinator'],
  'certificate.revoke': ['coordinator'],
  'certificate.review': ['coordinator'],
  'enrolment.manage': ['coordinator'],
  'offering.manage': ['coordinator'],
  'edition.manage': ['coordinator'],
  'person.manage': ['coordinator', 'administrator'],
  'person.secure': ['coordinator', 'administrator'],
  'person.erase': ['coordinator', 'administrator'],
  'person.merge': ['coordinator'],
  'person.import': ['coordinator'],
  'history.import': ['coordinator'],
  'organisation.manage': ['coordinator'],
  'qualification.manage': ['coordinator'],
  'qualification.import': ['coordinator'],
  'qualification-type.manage': ['coordinator'],
  'hour-entitlement.manage': ['coordinator'],
  'renewal.plan': ['coordinator'],
  'programme.manage': ['coordinator'],
  'contact.handle': ['coordinator'],
  'list.export': ['coordinator'],
  'figures.see': ['coordinator'],
  'administration.see': ['coordinator', 'administrator'],
  'journal.read': ['coordinator', 'administrator'],
  'mail.trouble.see': ['coordinator', 'administrator'],
  'mailbox.read': ['administrator'],
  'region-role.grant': ['administrator'],
  'settings.manage': ['administrator'],
}

const cases = Object.keys(abilities) as Ability[]

describe('every ability, for every role', () => {
  test.each(cases)('%s', (ability) => {
    const ask = can as (actor: Actor, ability: Ability, about: typeof subject) => boolean
    const may = (Object.keys(roles) as Role[]).filter((role) => ask(roles[role], ability, subject))
    expect(may).toEqual(expected[ability])
  })

  test('who participates reads the hand-outs', () => {
    expect(can(roles.colleague, 'handout.read', { editionId: 7, participates: true })).toBe(true)
  })

  test('how somebody with a role in the region logs in is out of reach of a coordinator', () => {
    const may = (role: Role) => can(roles[role], 'person.secure', { hasRegionRole: true })
    expect([may('coordinator'), may('administrator')]).toEqual([false, true])
  })

  test('a trainer reports themselves, and hands their own meeting to a co-trainer alone', () => {
    const own = (role: Role) => ({ personId: roles[role].personId, editionId: 7, meetingId: 70 })
    for (const role of ['trainer', 'meetingTrainer'] as const) {
      expect(can(roles[role], 'trainer.report-out', own(role))).toBe(true)
      expect(can(roles[role], 'trainer.replace', { ...own(role), toCoTrainer: true })).toBe(true)
      expect(can(roles[role], 'trainer.replace', { ...own(role), toCoTrainer: false })).toBe(false)
    }
    expect(can(roles.trainerElsewhere, 'trainer.report-out', own('trainerElsewhere'))).toBe(false)
  })

  test('an enrolment without a team is seen by no lead', () => {
    const enrolment = { personId: 1, teamId: null, editionId: 7 }
    expect(can(roles.lead, 'enrolment.see', enrolment)).toBe(false)
    expect(can(roles.lead, 'enrolment.approve', enrolment)).toBe(false)
  })
})

test('docs/permissions.md says what the table says', async () => {
  expect(await readFile('docs/permissions.md', 'utf8')).toBe(permissionsDocument())
})
