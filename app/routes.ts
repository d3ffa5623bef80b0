import { index, type RouteConfig } from '@remix-run/route-config'

/** The map: every address of the portal, in Dutch. `app/paths.ts` says the same for links; a test holds them together. */
export default [index('routes/public/home.tsx')] satisfies RouteConfig
