/** How somebody can know that a paper is right. */
export const howChecked = ['original', 'register', 'issuer'] as const
export type HowChecked = (typeof howChecked)[number]
