import { paths } from '#app/paths.ts'
import { seal, unseal } from '#app/platform/signing.server.ts'
import { isLeavable, type LeavableKind } from './mail-kinds.ts'

/**
 * The path by which one person leaves one sort of mail, without logging in. The seal is the permission: only this
 * installation makes it, it opens nothing else, and it works as long as the mail lies around.
 */
export const leavePath = (personId: number, kind: LeavableKind): string =>
  paths.leaveMail(seal('leave-mail', `${personId}.${kind}`))

/** Who leaves what by this link; undefined when the seal is not ours. */
export function readLeaveLink(sealed: string): { personId: number; kind: LeavableKind } | undefined {
  const [personId, kind] = unseal('leave-mail', sealed)?.split('.') ?? []
  return kind && isLeavable(kind) ? { personId: Number(personId), kind } : undefined
}
