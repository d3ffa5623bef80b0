import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useNonce } from '#app/platform/nonce.ts'

/** A route that keeps state in the browser says `export const handle: Handle = { hydrated: true }`. */
export type Handle = { hydrated?: boolean }

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const hydrated = useMatches().some((match) => (match.handle as Handle | undefined)?.hydrated)
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrated && <ScrollRestoration nonce={nonce} />}
        {hydrated && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}
