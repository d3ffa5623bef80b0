import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findModuleSlug } from '#app/features/modules/module-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** The address on the board leads to the view for pupils. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.moduleForPupils(orNotFound(await findModuleSlug(database(), idFrom(params.id)))))
}
