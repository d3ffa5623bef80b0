import type { MetaDescriptor } from '@remix-run/node'
import type { RootData } from '#app/root.tsx'

type Told = {
  title: string
  description?: string
  address?: string | undefined
  structured?: object | undefined
}

/**
 * What a public page tells search engines: its title with the region's name, a sentence, its one address, and facts
 * they understand. A demo asks not to be found.
 */
export function pageMeta(matches: readonly { id: string; data: unknown }[], page: Told): MetaDescriptor[] {
  const root = matches.find((match) => match.id === 'root')?.data as RootData | undefined
  const region = root?.region
  const meta: MetaDescriptor[] = [{ title: region ? `${page.title} · ${region.shortName}` : page.title }]
  if (page.description) meta.push({ name: 'description', content: page.description })
  if (page.address) meta.push({ tagName: 'link', rel: 'canonical', href: page.address })
  if (region?.demo) meta.push({ name: 'robots', content: 'noindex' })
  if (page.structured && !region?.demo) meta.push({ 'script:ld+json': page.structured })
  return meta
}
