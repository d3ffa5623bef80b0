import type { ActionFunctionArgs } from '@remix-run/node'
import { demoAddress, demoRoles } from '#app/features/people/demo-role.ts'
import { findPersonByAddress } from '#app/features/people/person-queries.server.ts'
import { readFormData } from '#app/platform/forms.server.ts'
import { notFound, orNotFound } from '#app/platform/refusal.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { database } from '#db/client.server.ts'
import { logIn } from './log-in.server.ts'

export function loader(): never {
  throw notFound()
}

/** "Bekijk als docent": one press, in a demo only. Elsewhere this address does not exist. */
export async function action({ request }: ActionFunctionArgs) {
  const { demo } = await theRegion(database())
  if (!demo) throw notFound()
  const role = (await readFormData(request)).get('rol')
  const known = orNotFound(demoRoles.find((demoRole) => demoRole.role === role))
  const person = orNotFound(await findPersonByAddress(database(), demoAddress(known.role)))
  return logIn(request, person.id)
}
