import { describe, expect } from 'vitest'
import {
  aCoordinator,
  anAdministrator,
  anOrganisation,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const page = '/beheer/mensen/importeren'

function upload(content: string | Uint8Array<ArrayBuffer>, name = 'mensen.csv') {
  const form = new FormData()
  form.set('file', new File([content], name, { type: 'text/csv' }))
  return form
}

describe('importing people', () => {
  test('is for a coordinator, in every form of request', async ({ db, portal }) => {
    await theTestRegion(db)
    for (const actor of [await aTeacher(db), await anAdministrator(db)]) {
      const other = await portal.as(actor.personId)
      for (const path of [page, `${page}.data`, `${page}/voorbeeld.csv`, `${page}/1`, `${page}/1.data`]) {
        expect([path, (await other.get(path)).status]).toEqual([path, 403])
      }
      expect((await other.post(page, upload('x'))).status).toBe(403)
      expect((await other.post(`${page}/1`, { invite: 'never' })).status).toBe(403)
    }
    expect((await portal.get(page)).status).toBe(302)
    expect((await portal.get(`${page}/voorbeeld.csv`)).status).toBe(302)
  })

  test('shows what will change, then carries it out, once', async ({ db, portal }) => {
    await theTestRegion(db)
    await anOrganisation(db, { name: 'Etty College' })
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const stranger = await portal.as((await aCoordinator(db)).personId)
    expect(await (await coordinator.get(`${page}/voorbeeld.csv`)).text()).toContain('e-mailadres')

    const csv =
      'voornaam;achternaam;e-mailadres;school;kamer\nSam;de Vries;sam@school.example;Etty College;12'
    const read = await coordinator.post(page, upload(csv))
    expect(read.status).toBe(303)
    const checked = read.headers.get('Location') ?? ''
    expect(await db.selectFrom('person').select('id').where('familyName', '=', 'de Vries').execute()).toEqual(
      [],
    )
    const preview = await (await coordinator.get(checked)).text()
    for (const shown of ['Sam de Vries', 'nieuwe persoon', 'Etty College']) expect(preview).toContain(shown)
    expect((await stranger.get(checked)).status).toBe(404)
    expect((await stranger.post(checked, { invite: 'never' })).status).toBe(404)

    const undated = await coordinator.post(checked, { invite: 'later', inviteOn: '' })
    expect(undated.status).toBe(422)
    expect(await undated.text()).toContain('op welke dag de uitnodigingen gaan')
    expect((await coordinator.post(checked, { invite: 'now' })).headers.get('Location')).toBe(
      '/beheer/mensen',
    )
    expect(await db.selectFrom('outbox').select('recipient').execute()).toEqual([
      { recipient: 'sam@school.example' },
    ])
    const again = await coordinator.post(checked, { invite: 'now' })
    expect(again.status).toBe(422)
  })

  test('answers a bad file with sentences', async ({ db, portal }) => {
    await theTestRegion(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const faulty = 'voornaam;achternaam;e-mailadres;school\nSam;;geen;Onbekend'
    const cases: [FormData | Record<string, string>, string][] = [
      [upload(faulty), 'Regel 2'],
      [upload(''), 'Kies een bestand. Er is nog geen gekozen, of het is leeg.'],
      [upload('voornaam;school'), 'Er staan geen rijen in het bestand'],
      [upload('naam;adres\n1;2'), 'Deze kolommen staan niet in het bestand'],
      [upload(new Uint8Array([0x50, 0x4b, 3, 4])), 'Dit bestand kunnen we niet lezen'],
      [upload('x'.repeat(2 * 1024 * 1024 + 1)), 'groter dan 2 MB'],
      [{ file: 'geen bestand' }, 'Kies een bestand'],
      [{}, 'Kies een bestand'],
    ]
    for (const [form, sentence] of cases) {
      const response = await coordinator.post(page, form)
      expect([sentence, response.status]).toEqual([sentence, 422])
      expect(await response.text()).toContain(sentence)
    }
  })
})
