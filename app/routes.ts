import { index, type RouteConfig, route } from '@remix-run/route-config'

/** The map: every address of the portal, in Dutch. `app/paths.ts` says the same for links; a test holds them together. */
export default [
  index('routes/public/home.tsx'),

  route('inloggen', 'routes/account/log-in.tsx'),
  route('uitloggen', 'routes/account/log-out.ts'),
  route('demo/bekijk-als', 'routes/account/demo-log-in.ts'),
  route('demo/mail/:sealed', 'routes/account/demo-mail.tsx'),

  route('stijl', 'routes/public/style.tsx'),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
