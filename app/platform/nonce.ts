import { createContext, useContext } from 'react'

/** The nonce of this response's content security policy; undefined in the browser, which does not need it. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = (): string | undefined => useContext(NonceContext)
