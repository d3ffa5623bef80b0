import { createContext, useContext } from 'react'

/** The number under which the log tells of the bug that this page tells of. */
export const ErrorNumberContext = createContext<string | undefined>(undefined)
export const useErrorNumber = (): string | undefined => useContext(ErrorNumberContext)
