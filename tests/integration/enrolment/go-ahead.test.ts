import { expect } from 'vitest'
import { letEditionGoAhead } from '#app/features/enrolment/let-edition-go-ahead.server.ts'
import { aCoordinator, anEdition, anEnrolment, aTeacher, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

test('a coordinator lets an edition go ahead: who has a place hears it, once', async ({ db }) => {
  await theTestRegion(db)
  const coordinator = await aCoordinator(db)
  const edition = await anEdition(db, { status: 'open' })
  const sure = await anEnrolment(db, { editionId: edition.id, status: 'confirmed' })
  const waiting = await anEnrolment(db, { editionId: edition.id, status: 'waitlisted' })

  const teacher = await aTeacher(db)
  await expect(letEditionGoAhead(db, teacher, edition)).rejects.toMatchObject({ status: 403 })

  expect(await letEditionGoAhead(db, coordinator, edition)).toEqual({ told: 1, waiting: 1 })
  const { status } = await db
    .selectFrom('edition')
    .select('status')
    .where('id', '=', edition.id)
    .executeTakeFirstOrThrow()
  expect(status).toBe('going_ahead')
  const told = (await mails(db)).filter(({ reason }) => reason === 'enrolment.going-ahead')
  expect(told.map(({ personId }) => personId)).toEqual([sure.personId])
  expect(told[0]?.personId).not.toBe(waiting.personId)

  await expect(letEditionGoAhead(db, coordinator, edition)).rejects.toThrow('al beslist')
  expect((await mails(db)).filter(({ reason }) => reason === 'enrolment.going-ahead')).toHaveLength(1)
})
