import '@remix-run/node'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Of the content security policy of this response. */
    nonce: string
    /** The address the request came from, as far as the proxies in front are believed. */
    networkAddress: string
    /** Of the bug that this request met, if it met one. */
    errorNumber?: string
  }
  interface Future {
    v3_singleFetch: true
  }
}
