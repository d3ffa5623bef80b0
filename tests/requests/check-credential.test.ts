import { expect } from 'vitest'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'
import { certificates } from '../integration/credentials/support.ts'

const upload = (content: string, name: string, address = '') => {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  form.append('address', address)
  return form
}

test('a stranger with a badge in hand sees whether it is real', async ({ db, portal }) => {
  const [certificate] = await certificates(db, 1)
  if (!certificate) throw new Error('there is no certificate')
  const { credential } = await signedCredential(db, certificate)
  const json = JSON.stringify(credential)
  const good = await portal.post('/controleren', upload(json, 'badge.json'))
  expect(good.status).toBe(200)
  expect(await good.text()).toContain('Dit bewijs is echt en geldig.')
  const changed = upload(json.replace(certificate.title, 'Meesterlasser'), 'badge.json', 'x@school.example')
  const bad = await (await portal.post('/controleren', changed)).text()
  expect(bad).toContain('Dit bewijs is niet in orde.')
  expect(bad).toContain('Niet gegeven aan dit e-mailadres.')
})

test('what is no badge is refused beside the field, and too many are slowed down', async ({ db, portal }) => {
  await theTestRegion(db)
  const refused = await portal.post('/controleren', upload('<svg onload=alert(1)>', 'badge.png'))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('In dit bestand zit geen bewijs')
  expect((await portal.post('/controleren', upload('', 'leeg.json'))).status).toBe(422)
  let last = ''
  for (let nth = 0; nth < 60; nth++) {
    last = await (await portal.post('/controleren', upload('x', 'badge.json'))).text()
  }
  expect(last).toContain('te vaak achter elkaar')
})
