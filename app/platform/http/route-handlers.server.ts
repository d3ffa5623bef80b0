import { createRequestHandler, type ServerBuild } from '@remix-run/node'

type Handle = ReturnType<typeof createRequestHandler>

/**
 * Remix compares every request with every route, several times over. Here each first part of an address (`beheer`,
 * `lesgeven` …) has a handler that knows only the routes that begin with it, and those that are no route's beginning:
 * the home page and the page that was not found. Any other address goes to the handler that knows all.
 */
export function routeHandlers(build: ServerBuild): (address: URL) => Handle {
  const all = createRequestHandler(build, 'production')
  const handlers = new Map<string, Handle>()
  for (const id of Object.keys(build.routes)) {
    const part = firstPart(pathOf(build.routes, id))
    if (part && !handlers.has(part)) handlers.set(part, createRequestHandler(only(build, part), 'production'))
  }
  return ({ pathname }) => {
    const part = firstPart(pathname.slice(1).replace(/\.data$/, ''))
    return (part && handlers.get(part)) || all
  }
}

/** `beheer/aanbod/:id`, whatever stands above it. */
function pathOf(routes: ServerBuild['routes'], id: string): string {
  const route = routes[id]
  if (!route) return ''
  const above = route.parentId ? pathOf(routes, route.parentId) : ''
  return [above, route.path].filter(Boolean).join('/')
}

/** `beheer` of `beheer/aanbod/:id`; undefined where an address begins with anything. */
function firstPart(path: string): string | undefined {
  const part = path.split('/', 1)[0]
  return part && !/[:*?%]/.test(part) ? part : undefined
}

function only(build: ServerBuild, part: string): ServerBuild {
  const keep = <T>(routes: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => (firstPart(pathOf(build.routes, id)) ?? part) === part),
    )
  const { routes, assets } = build
  return { ...build, routes: keep(routes), assets: { ...assets, routes: keep(assets.routes) } }
}
