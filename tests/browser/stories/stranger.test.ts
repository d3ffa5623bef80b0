import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'

test('a holder downloads a certificate, and a stranger sees that it is real and that a changed one is not', async ({
  visit,
}) => {
  const holder = await visit('/mijn', { as: 'instructeur' })
  const address = await holder.locator('a[href^="/certificaten/"]').first().getAttribute('href')
  await holder.goto(address ?? '')
  const take = async (name: RegExp) => {
    const [download] = await Promise.all([
      holder.waitForEvent('download'),
      holder.getByRole('link', { name }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  const stranger = await visit('/controleren')
  const check = async (name: string, mimeType: string, buffer: Buffer) => {
    await stranger.goto('/controleren')
    await stranger.getByLabel('Bestand').setInputFiles({ name, mimeType, buffer })
    await stranger.getByRole('button', { name: 'Controleer' }).click()
    await stranger.getByRole('heading', { name: 'Uitslag' }).waitFor()
    return (await stranger.getByRole('main').textContent()) ?? ''
  }
  const badge = await take(/Download de badge/)
  expect(await check('badge.png', 'image/png', badge)).toContain('dit bewijs is echt en geldig')
  const json = await take(/badge als JSON/)
  expect(await check('badge.json', 'application/json', json)).toContain('Niet ingetrokken.')
  const changed = Buffer.from(json.toString().replace(/"creditsEarned": [\d.]+/, '"creditsEarned": 400'))
  expect(changed.equals(json)).toBe(false)
  expect(await check('badge.json', 'application/json', changed)).toContain('is niet in orde')
})
