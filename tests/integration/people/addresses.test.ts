import { describe, expect } from 'vitest'
import { addAddress } from '#app/features/people/add-address.server.ts'
import { confirmAddress } from '#app/features/people/confirm-address.server.ts'
import { makeAddressPrimary } from '#app/features/people/make-address-primary.server.ts'
import { findPersonByAddress } from '#app/features/people/person-queries.server.ts'
import { removeAddress } from '#app/features/people/remove-address.server.ts'
import type { Db } from '#db/client.server.ts'
import { actorOf, aPerson, aTeacher, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { linkMailedTo, mails } from '#tests/support/mail.ts'

const addressesOf = (db: Db, personId: number) =>
  db.selectFrom('emailAddress').selectAll().where('personId', '=', personId).orderBy('id').execute()
const tokenTo = async (db: Db, address: string) => (await linkMailedTo(db, address)).split('/').at(-1) ?? ''

async function aTeacherWithRegion(db: Db) {
  await theTestRegion(db)
  return aTeacher(db, { address: 'werk@school.example' })
}

describe('a second address', () => {
  test('logs in once it is confirmed, not before', async ({ db }) => {
    const actor = await aTeacherWithRegion(db)
    await addAddress(db, actor, actor, { address: 'Thuis@Prive.example' })
    expect(await findPersonByAddress(db, 'thuis@prive.example')).toBeUndefined()
    expect(await confirmAddress(db, await tokenTo(db, 'thuis@prive.example'))).toBe(actor.personId)
    expect((await findPersonByAddress(db, 'thuis@prive.example'))?.id).toBe(actor.personId)
  })

  test('that somebody else has is answered the same, and its owner is told', async ({ db }) => {
    const actor = await aTeacherWithRegion(db)
    const other = await aPerson(db, { address: 'ander@school.example' })
    await addAddress(db, actor, actor, { address: other.address })
    expect(await addressesOf(db, actor.personId)).toHaveLength(1)
    expect(await mails(db)).toMatchObject([{ recipient: other.address, reason: 'account.address-taken' }])
  })

  test('that somebody else claimed without confirming goes to who confirms it', async ({ db }) => {
    const claimer = await aTeacherWithRegion(db)
    const owner = await aTeacher(db)
    await addAddress(db, claimer, claimer, { address: 'samen@prive.example' })
    const stale = await tokenTo(db, 'samen@prive.example')
    await addAddress(db, owner, owner, { address: 'samen@prive.example' })
    await expect(confirmAddress(db, stale)).rejects.toThrow('werkt niet meer')
    expect(await confirmAddress(db, await tokenTo(db, 'samen@prive.example'))).toBe(owner.personId)
    expect(await addressesOf(db, claimer.personId)).toHaveLength(1)
  })

  test('becomes the one that mail goes to only when confirmed; there is always exactly one', async ({
    db,
  }) => {
    const actor = await aTeacherWithRegion(db)
    await addAddress(db, actor, actor, { address: 'thuis@prive.example' })
    const [first, second] = await addressesOf(db, actor.personId)
    const makePrimary = () => makeAddressPrimary(db, actor, actor, { addressId: second?.id ?? 0 })
    await expect(makePrimary()).rejects.toThrow('Bevestig dit adres eerst')
    await confirmAddress(db, await tokenTo(db, 'thuis@prive.example'))
    await makePrimary()
    expect(await addressesOf(db, actor.personId)).toMatchObject([
      { id: first?.id, isPrimary: false },
      { id: second?.id, isPrimary: true },
    ])
  })

  test('can go; the last confirmed one and the one for mail cannot', async ({ db }) => {
    const actor = await aTeacherWithRegion(db)
    await addAddress(db, actor, actor, { address: 'thuis@prive.example' })
    const [first, second] = await addressesOf(db, actor.personId)
    const remove = (addressId = 0) => removeAddress(db, actor, actor, { addressId })
    await expect(remove(first?.id)).rejects.toThrow('enige bevestigde')
    await confirmAddress(db, await tokenTo(db, 'thuis@prive.example'))
    await expect(remove(first?.id)).rejects.toThrow('hoofdadres')
    await remove(second?.id)
    expect(await addressesOf(db, actor.personId)).toMatchObject([{ id: first?.id }])
  })

  test('of two that are removed at once, one confirmed address stays', async ({ db }) => {
    const actor = await aTeacherWithRegion(db)
    await db.updateTable('emailAddress').set({ confirmedAt: null }).execute()
    for (const address of ['een@prive.example', 'twee@prive.example']) {
      await addAddress(db, actor, actor, { address })
      await confirmAddress(db, await tokenTo(db, address))
    }
    const [, one, two] = await addressesOf(db, actor.personId)
    const outcomes = await Promise.allSettled(
      [one, two].map((row) => removeAddress(db, actor, actor, { addressId: row?.id ?? 0 })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of another person cannot be touched', async ({ db }) => {
    const actor = await aTeacherWithRegion(db)
    const other = await aPerson(db)
    const [theirs] = await addressesOf(db, other.id)
    const subject = { addressId: theirs?.id ?? 0 }
    await expect(removeAddress(db, actor, actor, subject)).rejects.toMatchObject({ status: 404 })
    await expect(makeAddressPrimary(db, actor, actor, subject)).rejects.toMatchObject({ status: 404 })
    const otherActor = { personId: (await actorOf(db, other.id)).personId }
    await expect(async () => removeAddress(db, actor, otherActor, subject)).rejects.toMatchObject({
      status: 403,
    })
    await expect(addAddress(db, actor, otherActor, { address: 'x@y.example' })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('is refused when there are eight', async ({ db }) => {
    const actor = await aTeacherWithRegion(db)
    for (let i = 0; i < 7; i++) await addAddress(db, actor, actor, { address: `nr${i}@prive.example` })
    await expect(addAddress(db, actor, actor, { address: 'nr8@prive.example' })).rejects.toThrow('Meer dan 8')
  })
})
