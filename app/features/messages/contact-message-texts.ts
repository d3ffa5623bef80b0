export const topicWords = {
  question: 'een vraag',
  join_as_company: 'meedoen als bedrijf',
  join_as_school: 'meedoen als school',
  trainer: 'trainer worden',
  other: 'iets anders',
} as const
export type ContactTopic = keyof typeof topicWords

export const contactTopics = Object.keys(topicWords) as ContactTopic[]

/** By the name that a link to the form may carry: `?onderwerp=bedrijf`. */
export const topicInAddress: Record<string, ContactTopic> = {
  vraag: 'question',
  bedrijf: 'join_as_company',
  school: 'join_as_school',
  trainer: 'trainer',
}

/** What the contact page says, and the mail that follows from it. */
export const contactTexts = {
  intro: 'Stel je vraag, of vertel wat je wilt bijdragen. Een coördinator leest het en antwoordt per mail.',
  description: 'Stel een vraag of doe mee: als school, als bedrijf of als trainer.',
  sent: 'Je bericht is verstuurd. Een coördinator antwoordt op het mailadres dat je opgaf.',
  mailTitle: (topic: ContactTopic) => `Nieuw bericht: ${topicWords[topic]}`,
  mailIntro:
    'Iemand schreef ons via de website. Antwoord je op deze mail, dan gaat je antwoord naar de afzender.',
} as const
