import { expect, test } from 'vitest'
import { betterPlace } from '#app/features/dossier/merge.ts'
import type { EnrolmentStatus } from '#app/features/enrolment/enrolment.ts'

const between = (keptStatus: EnrolmentStatus, mergedStatus: EnrolmentStatus) =>
  betterPlace({
    editionId: 1,
    title: 'Lassen',
    startsAt: null,
    keptEnrolmentId: 10,
    keptStatus,
    mergedEnrolmentId: 20,
    mergedStatus,
  })

test('of two places in one edition the one that is furthest stays', () => {
  expect(between('waitlisted', 'confirmed')).toEqual({ stays: 20, ends: 10, status: 'confirmed' })
  expect(between('completed', 'not_completed')).toEqual({ stays: 10, ends: 20, status: 'completed' })
  expect(between('unconfirmed', 'waitlisted').stays).toBe(20)
  expect(between('requested', 'offered').stays).toBe(20)
})

test('of two alike, the one of the account that stays', () => {
  expect(between('confirmed', 'confirmed')).toEqual({ stays: 10, ends: 20, status: 'confirmed' })
})
