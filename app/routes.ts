import { index, type RouteConfig, route } from '@remix-run/route-config'

/** The map: every address of the portal, in Dutch. `app/paths.ts` says the same for links; a test holds them together. */
export default [
  index('routes/public/home.tsx'),
  route('stijl', 'routes/public/style.tsx'),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
