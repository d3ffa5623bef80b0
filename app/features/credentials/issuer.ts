/** Who issues: this installation, by the address at which people reach it. */

/** Its name by which anyone finds its keys: `https://x.nl` is `did:web:x.nl`; a port is written as `%3A` (did:web). */
export function didOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl)
  const folders = pathname.split('/').filter(Boolean)
  return ['did:web', host.replace(':', '%3A'), ...folders.map(encodeURIComponent)].join(':')
}

export const issuerPaths = {
  did: '/.well-known/did.json',
  jwks: '/.well-known/jwks.json',
  /** Which of so many credentials were revoked. */
  status: (list: number) => `/badges/status/${list}`,
} as const

/** So many credentials share a list: what the standard asks at least, so that nobody sees from it who looked at whose. */
export const statusListLength = 131_072

/** Where a credential stands: in which list, at which place. */
export const statusPlace = (index: number): { list: number; place: number } => ({
  list: Math.floor(index / statusListLength) + 1,
  place: index % statusListLength,
})
