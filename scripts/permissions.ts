import { writeFile } from 'node:fs/promises'
import { type Ability, abilities, can } from '#app/access/abilities.ts'
import type { Actor } from '#app/access/actor.ts'

const nobody: Actor = {
  personId: 1,
  name: '',
  isCoordinator: false,
  isReviewer: false,
  isAdministrator: false,
  memberships: [],
  leads: new Set(),
  trains: new Set(),
  trainsMeetings: new Set(),
}

// Everything is asked about something of person 2, in team 5 of school 9, edition 7, meeting 70.
const subject = {
  personId: 2,
  teamId: 5,
  editionId: 7,
  meetingId: 70,
  organisationId: 9,
  participates: false,
  teamIds: [5],
  beingChecked: true,
}
const directorship = {
  id: 1,
  organisationId: 9,
  organisationName: '',
  teamId: null,
  teamName: null,
  role: 'director',
} as const
const leadership = { ...directorship, teamId: 5, role: 'team_lead' } as const
const columns: [string, Actor][] = [
  ['anyone logged in', nobody],
  ['the person it is about', { ...nobody, personId: 2 }],
  ['lead of their team', { ...nobody, leads: new Set([5]), memberships: [leadership] }],
  ['director of the school', { ...nobody, memberships: [directorship] }],
  ['trainer of the edition', { ...nobody, trains: new Set([7]) }],
  ['trainer of one meeting', { ...nobody, trainsMeetings: new Set([70]) }],
  ['coordinator', { ...nobody, isCoordinator: true }],
  ['reviewer', { ...nobody, isReviewer: true }],
  ['administrator', { ...nobody, isAdministrator: true }],
]

/** The table of permissions as it works, for reading: a column a role, a row an ability. */
export function permissionsDocument(): string {
  const ask = can as (actor: Actor, ability: Ability, about: typeof subject) => boolean
  const rows = (Object.keys(abilities) as Ability[]).map((ability) => {
    const marks = columns.map(([, actor]) => (ask(actor, ability, subject) ? 'yes' : ''))
    return `| \`${ability}\` | ${marks.join(' | ')} |`
  })
  return [
    '# Who may do what',
    '',
    'Printed from `app/access/abilities.ts` by `node scripts/permissions.ts`; a test keeps it in step. Visitors may do',
    'none of this. "The person it is about" is the holder of the account, the enrolment or the certificate.',
    '',
    `| ability | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n')
}

if (import.meta.main) await writeFile('docs/permissions.md', permissionsDocument())
