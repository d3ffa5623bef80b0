import headingFont from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url'
import textFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { isTrainer } from '#app/access/actor.ts'
import { currentLogin } from '#app/access/require-actor.server.ts'
import { paths } from '#app/paths.ts'
import { useErrorNumber } from '#app/platform/error-number.ts'
import { useNonce } from '#app/platform/nonce.ts'
import { demoMailPath, readNotice } from '#app/platform/notices.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { database } from '#db/client.server.ts'
import baseStyles from './ui/base.css?url'
import enhance from './ui/enhance.js?url'
import { ErrorPage } from './ui/shell/error-page.tsx'
import { errorText } from './ui/shell/error-texts.ts'
import { Shell } from './ui/shell/shell.tsx'

/** A route that keeps state in the browser says `export const handle: Handle = { hydrated: true }`. */
export type Handle = { hydrated?: boolean }

/** What the frame of every page needs: the region, who is there, and what just happened. */
export async function loader(args: LoaderFunctionArgs) {
  const [region, login, { notice, clear }] = await Promise.all([
    theRegion(database()),
    currentLogin(args),
    readNotice(args.request),
  ])
  const headers = new Headers()
  const actor = login?.actor
  if (login?.session.renewedCookie) headers.append('Set-Cookie', login.session.renewedCookie)
  if (clear) headers.append('Set-Cookie', clear)
  return data(
    {
      region: { name: region.name, shortName: region.shortName, demo: region.demo },
      actor: actor
        ? {
            id: actor.personId,
            name: actor.name,
            isCoordinator: actor.isCoordinator,
            isReviewer: actor.isReviewer,
            isAdministrator: actor.isAdministrator,
            leadsTeams: actor.leads.size > 0,
            directs: actor.memberships.some(({ role }) => role === 'director'),
            trains: isTrainer(actor),
            authorsForCompany: actor.memberships.some(
              ({ role }) => role === 'company_author' || role === 'company_admin',
            ),
          }
        : null,
      notice: notice
        ? {
            kind: notice.kind,
            text: notice.text,
            mailUrl: region.demo && notice.mailId ? demoMailPath(notice.mailId) : null,
          }
        : null,
    },
    { headers },
  )
}

export type RootData = Awaited<ReturnType<typeof loader>>['data']

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const hydrated = useMatches().some((match) => (match.handle as Handle | undefined)?.hydrated)
  const { pathname } = useLocation()
  const error = useRouteError()
  // Without an error it is undefined or null, whichever page it is.
  const failed = error !== undefined && error !== null
  // Undefined when a page failed before the loader above was asked.
  const frame = useRouteLoaderData<RootData>('root')
  return (
    <html lang="nl" data-person={frame?.actor?.id}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f2444" />
        {failed ? (
          <title>{`${errorText(statusOf(error), Boolean(frame?.actor)).title} – Bijblijven`}</title>
        ) : (
          <Meta />
        )}
        {/* A demo says so in what a saved page carries along, too. */}
        {frame && (
          <meta
            name="application-name"
            content={`${frame.region.demo ? 'VOORBEELD · ' : ''}${frame.region.name}`}
          />
        )}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {pathname.startsWith(paths.teaching()) && (
          <>
            <link rel="manifest" href="/teaching.webmanifest" />
            <link rel="apple-touch-icon" href="/icon-192.png" />
          </>
        )}
        <link rel="preload" href={textFont} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="preload" href={headingFont} as="font" type="font/woff2" crossOrigin="anonymous" />
        {/* By hand and first: it says in which order the layers of all other files win. */}
        <link rel="stylesheet" href={baseStyles} />
        <Links />
        {/* A file of ours needs no nonce, and a page without one can be kept for the next visitor. */}
        <script type="module" src={enhance} />
      </head>
      <body>
        <Shell
          region={frame?.region ?? null}
          actor={frame?.actor ?? null}
          notice={frame?.notice ?? null}
          path={pathname}
        >
          {children}
        </Shell>
        {hydrated && <ScrollRestoration nonce={nonce} />}
        {hydrated && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** Every request that ends otherwise than well, for who is logged in and who isn't. */
export function ErrorBoundary() {
  const error = useRouteError()
  const number = useErrorNumber()
  const loggedIn = Boolean(useRouteLoaderData<RootData>('root')?.actor)
  return <ErrorPage status={statusOf(error)} number={number} loggedIn={loggedIn} />
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}
