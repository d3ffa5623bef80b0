import { fingerprint, seal, unseal } from '#app/platform/signing.server.ts'

const purpose = 'check-in-ticket'

/** Which code was seen, for which meeting, by which browser: whoever passes it on has passed on nothing. */
export function makeTicket(meetingId: number, codeAt: Date, device: string): string {
  return seal(purpose, `${meetingId}-${codeAt.getTime()}-${deviceMark(device)}`)
}

/** The moment of the code that this browser opened this meeting's page with; undefined for any other ticket. */
export function readTicket(
  ticket: string,
  { meetingId, device }: { meetingId: number; device: string | null },
): Date | undefined {
  const [meeting, moment, ...mark] = unseal(purpose, ticket)?.split('-') ?? []
  if (meeting !== String(meetingId) || !device || mark.join('-') !== deviceMark(device)) return undefined
  return new Date(Number(moment))
}

/** By what a browser is known again, without keeping what it sent. */
export const deviceMark = (device: string): string => fingerprint('check-in device', device)
