export const topicWords = {
  question: 'een vraag',
  join_as_company: 'meedoen als bedrijf',
  join_as_school: 'meedoen als school',
  trainer: 'trainer worden',
  other: 'iets anders',
} as const
export type ContactTopic = keyof typeof topicWords
