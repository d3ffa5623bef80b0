import type { MembershipRole } from '#app/access/actor.ts'

/** Roles that one may take oneself; the others see or decide about others, and are given by a coordinator. */
export const rolesOneMayTake = ['teacher', 'instructor', 'staff'] as const satisfies MembershipRole[]
