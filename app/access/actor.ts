/** Somebody who is logged in, with everything the permissions need to know. */
export type Actor = {
  personId: number
  name: string
  isCoordinator: boolean
  isReviewer: boolean
  isAdministrator: boolean
  /** The memberships that hold today. */
  memberships: readonly ActorMembership[]
  /** Teams that this person leads, or leads as deputy. */
  leads: ReadonlySet<number>
  /** Editions that this person trains. */
  trains: ReadonlySet<number>
  /** Meetings at which this person stands before the class, of whichever edition. */
  trainsMeetings: ReadonlySet<number>
}

export type MembershipRole =
  | 'teacher'
  | 'instructor'
  | 'trainer'
  | 'team_lead'
  | 'deputy_lead'
  | 'director'
  | 'signatory'
  | 'company_author'
  | 'company_admin'
  | 'contribution_signer'
  | 'staff'

export type ActorMembership = {
  id: number
  organisationId: number
  organisationName: string
  teamId: number | null
  teamName: string | null
  role: MembershipRole
}

export function isTrainer(actor: Actor): boolean {
  return (
    actor.trains.size > 0 ||
    actor.trainsMeetings.size > 0 ||
    actor.memberships.some((membership) => membership.role === 'trainer')
  )
}
