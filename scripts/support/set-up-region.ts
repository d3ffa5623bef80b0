import { createPerson } from '#app/features/people/create-person.server.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { SettingsError } from '#app/platform/environment.server.ts'
import { note } from '#app/platform/journal.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { seedReference } from '#db/seeds/seed-reference.ts'

export type RegionSetup = {
  /** The full name of the region, as it stands first on every page. */
  name: string
  shortName?: string
  /** Stands in the numbers of certificates. */
  code?: string
  area?: string
  /** Who signs certificates, and as what. */
  signatoryName?: string
  signatoryRole?: string
  contactEmail?: string
  /** E-mail address of the first administrator. */
  administrator: string
  administratorName?: string
}

const linkMinutes = 15

/**
 * Makes the region with its official lists and its first administrator, who is a coordinator too; returns the token of
 * a login link. Done again it changes what is said about the region, and makes a new link.
 */
export async function setUpRegion(trx: Transaction, input: RegionSetup): Promise<string> {
  const existing = await trx.selectFrom('region').select('demo').executeTakeFirst()
  if (existing?.demo) {
    throw new SettingsError('This database holds the demo region: give a real region a database of its own.')
  }
  const said = {
    name: input.name,
    shortName: input.shortName,
    code: input.code,
    area: input.area,
    signatoryName: input.signatoryName,
    signatoryRole: input.signatoryRole,
    contactEmail: input.contactEmail,
  }
  if (existing) {
    await trx.updateTable('region').set(said).execute()
  } else {
    await trx
      .insertInto('region')
      .values({
        name: input.name,
        shortName: input.shortName ?? input.name,
        code: input.code ?? initials(input.name),
        area: input.area ?? input.name,
        signatoryName: input.signatoryName ?? input.name,
        signatoryRole: input.signatoryRole ?? 'programmaleiding',
        contactEmail: input.contactEmail ?? input.administrator,
        demo: false,
      })
      .execute()
  }
  await seedReference(trx)
  const personId = await makeAdministrator(trx, input)
  await note(
    trx,
    null,
    'region.set-up',
    { type: 'region', id: 1 },
    { details: { administratorId: personId } },
  )
  return createLinkToken(trx, 'login', { personId, minutes: linkMinutes })
}

async function makeAdministrator(trx: Transaction, input: RegionSetup): Promise<number> {
  const [givenName = 'Beheerder', ...rest] = (input.administratorName ?? '').split(' ').filter(Boolean)
  const { personId } = await createPerson(trx, null, {
    givenName,
    familyName: rest.join(' '),
    address: input.administrator,
  })
  // Whoever sets up the portal vouches for this address.
  await trx
    .updateTable('emailAddress')
    .set({ confirmedAt: now() })
    .where('personId', '=', personId)
    .where('address', '=', input.administrator)
    .where('confirmedAt', 'is', null)
    .execute()
  await trx
    .insertInto('regionRole')
    .values((['administrator', 'coordinator'] as const).map((role) => ({ personId, role, grantedAt: now() })))
    .onConflict((it) => it.doNothing())
    .execute()
  return personId
}

function initials(name: string): string {
  const letters = name.match(/\b\p{L}/gu) ?? []
  return letters.join('').toUpperCase().slice(0, 6) || 'REGIO'
}
