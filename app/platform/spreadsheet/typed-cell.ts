/** Enough of what was typed to know it by. */
export const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text)

/** Whether a cell holds an e-mail address, in lower case. */
export const looksLikeAddress = (address: string): boolean =>
  address.length <= 200 && /^[a-z0-9_'+-]+(?:\.[a-z0-9_'+-]+)*@(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(address)
