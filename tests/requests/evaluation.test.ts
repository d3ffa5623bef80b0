import { describe, expect } from 'vitest'
import { askForEvaluations } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import type { Db } from '#db/client.server.ts'
import { aCoordinator, aPerson } from '#tests/support/builders.ts'
import { linkMailedTo } from '#tests/support/mail.ts'
import { test } from '#tests/support/portal.ts'
import { aFinishedEdition } from '../integration/evaluation/support.ts'

const answers = { scale0: '5', scale1: '4', scale2: '3', open0: 'Lassen met lood.', open1: '' }

async function asked(db: Db, required = false) {
  const edition = await aFinishedEdition(db, { people: ['present', 'present'], required })
  await askForEvaluations(db)
  const { address } = await db
    .selectFrom('emailAddress')
    .select('address')
    .where('personId', '=', edition.participants[0]!.personId)
    .executeTakeFirstOrThrow()
  return { ...edition, link: await linkMailedTo(db, address) }
}
const tally = (db: Db) => db.selectFrom('evaluation').select(['answers', 'scores', 'words']).execute()

describe('the mailed link', () => {
  test('takes an answer without a login, and says so when it is opened again', async ({ db, portal }) => {
    const { link } = await asked(db)
    const visitor = portal.visit()
    expect(await (await visitor.get(link)).text()).toContain('Wat vond je van Cobots in de les?')
    const response = await visitor.post(link, answers)
    expect([response.status, response.headers.get('Location')]).toEqual([303, link])
    expect(await tally(db)).toMatchObject([{ answers: 1, words: [['Lassen met lood.'], []] }])
    const again = await (await visitor.get(link)).text()
    expect(again).toContain('Je hebt deze evaluatie ingevuld.')
    expect(again).not.toContain('Lassen met lood.')
  })

  test('counts once, whoever presses twice or comes back with the form', async ({ db, portal }) => {
    const { link } = await asked(db)
    const both = await Promise.all([portal.visit().post(link, answers), portal.visit().post(link, answers)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    const late = await portal.visit().post(link, answers)
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Veranderen kan niet')
    expect(await tally(db)).toMatchObject([{ answers: 1 }])
  })

  test('opens nothing when it is changed, of another purpose, or past its term', async ({ db, portal }) => {
    const { link } = await asked(db)
    const changed = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A')
    expect((await portal.visit().get(changed)).status).toBe(410)
    expect((await portal.visit().post(changed, answers)).status).toBe(302)
    expect((await portal.visit().get(link.replace('/evaluatie/', '/inloggen/'))).status).toBe(410)
    await db.updateTable('evaluation').set({ askedOn: '2020-01-01', openUntil: '2020-01-15' }).execute()
    expect((await portal.visit().get(link)).status).toBe(410)
    await portal.visit().post(link, answers)
    expect(await tally(db)).toMatchObject([{ answers: 0 }])
  })

  test('hands back what was typed when a point is missing', async ({ db, portal }) => {
    const { link } = await asked(db)
    const response = await portal.visit().post(link, { ...answers, scale1: '9' })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('Kies een cijfer van 1 tot 5.')
    expect(page).toContain('Lassen met lood.')
    expect(page).toMatch(/name="scale0"[^>]*checked=""[^>]*value="5"|value="5"[^>]*checked=""/)
    expect(await tally(db)).toMatchObject([{ answers: 0 }])
  })
})

describe('the pages', () => {
  test('ask at one’s own page too, and there no longer after answering', async ({ db, portal }) => {
    const { participants } = await asked(db, true)
    const [anna, bert] = participants
    const me = await portal.as(anna!.personId)
    const mine = await (await me.get('/mijn')).text()
    expect(mine).toContain('Je hebt de evaluatie nog niet ingevuld.')
    const path = `/mijn/evaluaties/${anna!.enrolmentId}`
    expect(mine).toContain(path)
    expect((await me.post(path, answers)).headers.get('Location')).toBe('/mijn')
    expect(await (await me.get('/mijn')).text()).not.toContain(path)
    expect((await (await portal.as(bert!.personId)).post(path, answers)).status).toBe(403)
  })

  test('of results are for the edition’s own trainer and the coordinator', async ({ db, portal }) => {
    const { editionId, offeringId, trainer, participants } = await asked(db)
    const stranger = await aPerson(db)
    const coordinator = await aCoordinator(db)
    const status = async (personId: number, path: string) =>
      (await (await portal.as(personId)).get(path)).status
    const taught = `/lesgeven/uitvoeringen/${editionId}/evaluatie`
    const who = [trainer.personId, coordinator.personId, stranger.id, participants[0]!.personId]
    expect(await Promise.all(who.map((id) => status(id, taught)))).toEqual([200, 200, 403, 403])
    for (const path of [
      `/beheer/uitvoeringen/${editionId}/evaluatie`,
      `/beheer/aanbod/${offeringId}/evaluatie`,
      `/beheer/aanbod/${offeringId}/evaluaties`,
      `/beheer/aanbod/${offeringId}/evaluaties/lijst.csv`,
    ]) {
      expect(await Promise.all(who.map((id) => status(id, path))), path).toEqual([403, 200, 403, 403])
    }
    expect(await status(coordinator.personId, `/beheer/aanbod/${offeringId}/evaluaties/lijst.pdf`)).toBe(404)
  })

  test('let a coordinator choose the questions, and go back to the usual ones', async ({ db, portal }) => {
    const { offeringId } = await asked(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const path = `/beheer/aanbod/${offeringId}/evaluatie`
    const form = {
      'scales[0].text': 'Was het nuttig?',
      'scales[0].low': 'nee',
      'scales[0].high': 'ja',
      'scales[1].text': '',
      'open[0].text': '',
    }
    expect((await desk.post(path, form)).status).toBe(303)
    expect(await (await desk.get(path)).text()).toContain('Dit aanbod heeft eigen vragen.')
    const rows = db.selectFrom('offeringEvaluation').select('questions')
    expect((await rows.executeTakeFirstOrThrow()).questions).toEqual([
      { kind: 'scale', text: 'Was het nuttig?', low: 'nee', high: 'ja' },
    ])
    const refused = await desk.post(path, { ...form, 'scales[0].text': '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('ten minste één vraag')
    expect((await desk.post(path, { act: 'usual' })).status).toBe(303)
    expect(await rows.execute()).toEqual([])
  })
})
