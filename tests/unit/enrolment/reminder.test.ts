import { expect, test } from 'vitest'
import { countdown, routeLink } from '#app/features/enrolment/reminder.ts'

test('a reminder says how far away the meeting is at that moment', () => {
  expect([0, 1, 3, 7].map(countdown)).toEqual(['Vandaag', 'Morgen', 'Over 3 dagen', 'Over een week'])
})

test('the route goes to the whole address, and only where there is one', () => {
  expect(routeLink({ street: 'Dorpsweg 2 & 4', postcode: null, town: 'Twello' })).toBe(
    'https://www.google.com/maps/dir/?api=1&destination=Dorpsweg%202%20%26%204%2C%20Twello',
  )
  expect(routeLink({ street: null, postcode: '7411 AA', town: 'Deventer' })).toBeUndefined()
})
