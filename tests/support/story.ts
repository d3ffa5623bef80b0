import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { aMembership, anEdition, anEnrolment, anOffering, anOrganisation, aPerson } from './builders.ts'

/** Stories share one portal, so each makes its own school, people and course in it, under names nobody else has. */
export type Course = Awaited<ReturnType<typeof aCourse>>

const hour = 3_600_000

/** An offering with one date, its trainer, and `people` who have a place in it. */
export async function aCourse(
  db: Db,
  values: { people?: number; capacity?: number; startsInHours?: number; meals?: boolean } = {},
) {
  const key = randomUUID().slice(0, 8)
  const school = await anOrganisation(db, { name: `Voorbeeldschool ${key}` })
  const offering = await anOffering(db, {
    slug: `verhaal-${key}`,
    title: `Solderen ${key}`,
    organiserId: school.id,
  })
  const trainer = await somebodyAt(db, school.id, 'Tineke', 'trainer')
  const edition = await anEdition(db, {
    offeringId: offering.id,
    trainerId: trainer.id,
    capacity: values.capacity ?? 12,
    startsAt: new Date(now().getTime() + hour * (values.startsInHours ?? 40 * 24)),
  })
  const meetings = db.selectFrom('meeting').select('id').where('editionId', '=', edition.id)
  const { id: meetingId } = await meetings.executeTakeFirstOrThrow()
  const people = []
  for (const name of ['Anna', 'Bert', 'Carla', 'Dirk'].slice(0, values.people ?? 0)) {
    const person = await somebodyAt(db, school.id, name)
    const enrolment = await anEnrolment(db, {
      editionId: edition.id,
      personId: person.id,
      organisationId: school.id,
    })
    people.push({ ...person, enrolmentId: enrolment.id })
  }
  const { id: editionId, code } = edition
  return {
    title: offering.title,
    school,
    trainer,
    people,
    editionId,
    meetingId,
    page: `/aanbod/${offering.slug}`,
    enrolPage: `/aanbod/${offering.slug}/${code}/inschrijven`,
    rosterPage: `/lesgeven/bijeenkomsten/${meetingId}/presentie`,
  }
}

/** A colleague at a school, with an address that nobody else has. */
export async function somebodyAt(
  db: Db,
  organisationId: number,
  givenName: string,
  role: 'teacher' | 'trainer' = 'teacher',
) {
  const key = randomUUID().slice(0, 8)
  const familyName = `Voorbeeld-${key}`
  const address = `${givenName.toLowerCase()}.${key}@demo.test`
  const person = await aPerson(db, { givenName, familyName, address })
  await aMembership(db, { personId: person.id, organisationId, role })
  return { id: person.id, name: `${givenName} ${familyName}`, address }
}

/** What stands recorded about these people, in their order. */
export async function recorded(db: Db, course: Course) {
  const rows = await db
    .selectFrom('attendance')
    .select(['enrolmentId', 'state', 'minutesLate'])
    .where('meetingId', '=', course.meetingId)
    .execute()
  return course.people.map(
    ({ enrolmentId }) => rows.find((row) => row.enrolmentId === enrolmentId)?.state ?? null,
  )
}

/** The line of somebody on the roster. */
export const lineOf = (page: Page, { name }: { name: string }) => page.getByRole('group', { name })

/** Opens the roster and waits until it keeps and sends what is tapped. */
export async function untilLive(page: Page): Promise<void> {
  await page.getByText('Wat je aantikt, wordt meteen bewaard.').waitFor()
}

/** Goes on with the keyboard until this has the focus, and sees to it that one can see where one is all the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const marked = [element, element.closest('label')].some(
        (one) => one && getComputedStyle(one).outlineStyle !== 'none',
      )
      return marked ? null : element.outerHTML.slice(0, 200)
    })
    expect(unseen, 'has the focus, and nothing shows it').toBeNull()
  }
  throw new Error(`The keyboard does not come to ${target}.`)
}
