/** What the tests seal with, and the portals that they start. */
export const testSecret = 'a secret that only the tests know, long enough'
