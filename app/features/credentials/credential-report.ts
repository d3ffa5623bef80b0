/** What was found of a credential that somebody had checked. Plain values. */

/** `unknown`: it could not be found out, which is neither good nor bad. */
export type CheckOutcome = 'ok' | 'stop' | 'unknown'
export type CheckLine = {
  about: 'signature' | 'schema' | 'status' | 'dates' | 'holder'
  outcome: CheckOutcome
  text: string
}
export type CredentialReport = {
  title: string
  issuer: {
    /** As it calls itself: anybody may call themselves anything. */
    name: string | undefined
    /** As it is known: this is what the signature is checked against. */
    did: string
    /** It is this portal, by its signature. */
    ours: boolean
  }
  /** From a demo: it proves nothing. */
  example: boolean
  lines: CheckLine[]
}

export const checkLine = (about: CheckLine['about'], outcome: CheckOutcome, text: string): CheckLine => ({
  about,
  outcome,
  text,
})
