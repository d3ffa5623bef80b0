import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { type View, viewOf } from '#app/features/requirements/requirement-queries.server.ts'
import { idOf } from '#app/platform/search-params.ts'

/** Whose requirements a page is about: `?school=` for a coordinator, otherwise the teams that somebody leads. */
export function viewFrom(request: Request, actor: Actor): { view: View; schoolId: number | undefined } {
  authorize(actor, 'team.list')
  const schoolId = idOf(new URL(request.url).searchParams, 'school')
  return { view: viewOf(actor, schoolId), schoolId: actor.isCoordinator ? schoolId : undefined }
}
