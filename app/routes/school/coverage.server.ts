import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { fillGaps } from '#app/features/coverage/coverage.ts'
import { findFillers, readCoverage } from '#app/features/coverage/coverage-queries.server.ts'
import { findOrganisation } from '#app/features/organisations/organisation-queries.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** How the modules of the school in the address are covered, for who may see that. */
export async function readSchool(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const organisationId = idFrom(args.params.id)
  authorize(actor, 'coverage.see', { organisationId })
  const db = database()
  const { id, name, town } = orNotFound(await findOrganisation(db, organisationId))
  const { modules = [], staff = [] } = (await readCoverage(db, [id])).get(id) ?? {}
  const fillers = await findFillers(
    db,
    modules,
    staff.map((person) => person.id),
  )
  const rows = modules.map((one) => ({ ...one, filled: fillGaps(one, fillers) }))
  return { actor, school: { id, name, town }, rows, staff }
}
