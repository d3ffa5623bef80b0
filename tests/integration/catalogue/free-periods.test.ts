import { expect } from 'vitest'
import { listMeetingsInFreePeriods } from '#app/features/catalogue/free-periods.server.ts'
import { today } from '#app/platform/clock.ts'
import { test } from '#tests/support/database.ts'

test('a meeting still to come on a public holiday is told of; a cancelled or a past one is not', async ({
  db,
}) => {
  const year = Number(today().slice(0, 4))
  const christmas = (of: number) => new Date(`${of}-12-25T12:00:00Z`)
  const found = await listMeetingsInFreePeriods(db, [
    { status: 'planned', startsAt: christmas(year - 1) },
    { status: 'planned', startsAt: christmas(year + 1) },
    { status: 'cancelled', startsAt: christmas(year + 2) },
  ])
  expect(found.map(({ day }) => day)).toEqual([`${year + 1}-12-25`])
})
