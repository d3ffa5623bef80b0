import { paths } from '#app/paths.ts'
import type { FrameActor } from './frame.ts'

export type NavigationItem = { href: string; label: string; current: 'page' | 'true' | undefined }

/** Where one can go from anywhere: what a visitor sees, or what fits the roles of who is logged in. */
export function navigation(actor: FrameActor | null, path: string): NavigationItem[] {
  const items: [href: string, label: string, shown: boolean][] = actor
    ? [
        [paths.mine(), 'Mijn overzicht', true],
        [paths.catalogue(), 'Aanbod', true],
        [paths.modules(), 'Praktijkmodules', true],
        [paths.teaching(), 'Lesgeven', actor.trains],
        [paths.team(), 'Team', actor.leadsTeams],
        [paths.schools(), 'School', actor.directs],
        [paths.desk(), 'Beheer', actor.isCoordinator || actor.isAdministrator],
      ]
    : [
        [paths.catalogue(), 'Aanbod', true],
        [paths.modules(), 'Praktijkmodules', true],
        [paths.programme(), 'Programma', true],
      ]
  return items
    .filter(([, , shown]) => shown)
    .map(([href, label]) => ({ href, label, current: currency(href, path) }))
}

/** `page`: this is it; `true`: one is somewhere inside it. The account is nobody's overview. */
function currency(href: string, path: string): NavigationItem['current'] {
  if (path === href) return 'page'
  if (path.startsWith(paths.account())) return undefined
  return path.startsWith(`${href}/`) ? 'true' : undefined
}
