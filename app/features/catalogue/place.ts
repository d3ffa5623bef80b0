/** Where a meeting is, in one line: the note that was written for it, else organisation and room. */
export function placeOf(meeting: {
  placeNote: string | null
  room: string | null
  organisation: string | null
  site?: string | null
}): string {
  if (meeting.room === null) return meeting.placeNote ?? 'plaats volgt'
  const where = [meeting.organisation, meeting.room].filter(Boolean).join(', ')
  return meeting.placeNote ? `${where} (${meeting.placeNote})` : where
}
