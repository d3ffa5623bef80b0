/** To whom of an edition somebody writes. */
export const audiences = ['participants', 'absent', 'waiting'] as const
export type Audience = (typeof audiences)[number]

export const longestSubject = 120
export const longestMessage = 4000
