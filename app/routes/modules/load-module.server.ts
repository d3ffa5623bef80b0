import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublishedModule, type ModulePage } from '#app/features/modules/module-queries.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

const isSlug = (slug: string) => /^[a-z0-9-]{1,80}$/.test(slug)

/** The module that an address names, as everybody reads it. */
export async function loadModule({ params }: LoaderFunctionArgs): Promise<ModulePage> {
  const slug = params.slug ?? ''
  return orNotFound(isSlug(slug) ? await findPublishedModule(database(), slug) : undefined)
}
