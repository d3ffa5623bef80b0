import type { MembershipRole } from '#app/access/actor.ts'
import { roleNames } from './person-texts.ts'

/** The words for what somebody is somewhere. */

export const membershipRoleWords = roleNames
export const membershipRoles = Object.keys(membershipRoleWords) as [MembershipRole, ...MembershipRole[]]

export const regionRoles = ['coordinator', 'reviewer', 'administrator'] as const
export type RegionRoleName = (typeof regionRoles)[number]

export const regionRoleWords: Record<RegionRoleName, string> = {
  coordinator: 'coördinator',
  reviewer: 'redacteur',
  administrator: 'beheerder',
}

export const staffKinds = ['teacher', 'support_staff', 'primary_process'] as const
export const staffKindWords: Record<(typeof staffKinds)[number], string> = {
  teacher: 'onderwijzend personeel',
  support_staff: 'ondersteunend personeel',
  primary_process: 'ondersteunend, in het primaire proces',
}

/** The collective agreements whose hours for keeping up to date are known; written as the region's defaults do. */
export const collectiveAgreements = ['CAO VO', 'CAO mbo'] as const

/** 'docent bij Etty Hillesum Lyceum, team PIE' */
export function membershipInWords(membership: {
  role: MembershipRole
  organisation: string
  team: string | null
}): string {
  const team = membership.team ? `, ${membership.team}` : ''
  return `${membershipRoleWords[membership.role]} bij ${membership.organisation}${team}`
}
