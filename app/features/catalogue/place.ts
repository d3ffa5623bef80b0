/** Where a meeting is, as `room_place` and the meeting itself tell it. */
export type Place = {
  placeNote: string | null
  room: string | null
  organisation: string | null
  street?: string | null
  town?: string | null
}

/** In one line: organisation and room, with the address where it was asked for, and the note. Empty when not known. */
export function placeText({ placeNote, room, organisation, street, town }: Place): string {
  if (room === null) return placeNote ?? ''
  const where = [organisation, room, street && town ? `${street}, ${town}` : null].filter(Boolean).join(', ')
  return placeNote ? `${where} (${placeNote})` : where
}

/** The same for a page that always says something about it. */
export function placeOf(meeting: Place): string {
  return placeText(meeting) || 'plaats volgt'
}
