import { expect } from 'vitest'
import { mailLoginLink } from '#app/features/people/mail-login-link.server.ts'
import { redeemLoginLink } from '#app/features/people/redeem-link.server.ts'
import { withoutSecrets } from '#app/platform/mail/without-secrets.ts'
import { aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

test('who reads along in a mailbox that delivers finds no link to log in with', async ({ db }) => {
  await theTestRegion(db)
  const { id, address } = await aPerson(db)
  await mailLoginLink(db, { address, networkAddress: '10.0.0.1', onward: '/mijn' })
  const body = (await mails(db))[0]?.bodyText ?? ''
  const token = /inloggen\/([\w-]+)/.exec(body)?.[1] ?? ''
  expect(withoutSecrets(body, { delivered: true })).not.toContain(token)
  expect(withoutSecrets(body, { delivered: true })).toContain('/inloggen/…?verder=')
  // What was taken out is what opens the account; where nothing is delivered it is the only way in.
  expect(withoutSecrets(body, { delivered: false })).toContain(token)
  expect(await redeemLoginLink(db, token)).toBe(id)
})
