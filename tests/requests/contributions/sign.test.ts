import { describe, expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { actorOf, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { aCompany, anAskedCompany, aPastMeeting, lineOf } from '#tests/support/contributions.ts'
import { test } from '#tests/support/portal.ts'

const name = 'Sanne Tekenaar'
type Line = { id: number; hash: string }

/** What the page of the link sends: every line's hash, and the button that was pressed. */
const formOf = (lines: Line[], act: string, more: Record<string, string> = {}) => ({
  name,
  act,
  ...Object.fromEntries(lines.map(({ id, hash }) => [`hash-${id}`, hash])),
  ...more,
})
const statesIn = async (db: Db) =>
  (await db.selectFrom('contribution').select('state').orderBy('id').execute()).map(({ state }) => state)

describe('the link of a company', () => {
  test('shows its lines without an account, and changes nothing by being opened', async ({ db, portal }) => {
    const { lines, path, company } = await anAskedCompany(db)
    const tables = () =>
      Promise.all([
        db.selectFrom('contribution').selectAll().execute(),
        db.selectFrom('linkToken').selectAll().execute(),
        db.selectFrom('contributionRequest').selectAll().execute(),
        db.selectFrom('journal').selectAll().execute(),
        db.selectFrom('outbox').selectAll().execute(),
      ])
    const before = await tables()
    for (let i = 0; i < 3; i++) {
      const page = await portal.visit().get(path)
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
      const html = await page.text()
      expect(html).toContain(company.name)
      for (const { id, hash, what } of lines) {
        expect(html).toContain(what)
        expect(html).toContain(`name="hash-${id}" value="${hash}"`)
      }
      expect(html).toContain(`value="${company.signer.name}"`)
    }
    expect(await tables()).toEqual(before)
  })

  test('signs one line, corrects one and refuses one; a second press changes nothing', async ({
    db,
    portal,
  }) => {
    const { lines, path } = await anAskedCompany(db, 3)
    const [one, two, three] = [lines[0]!, lines[1]!, lines[2]!]
    const visitor = portal.visit()
    const agree = formOf(lines, `agree-${one.id}`)
    const answers = await Promise.all([visitor.post(path, agree), portal.visit().post(path, agree)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    await visitor.post(path, formOf(lines, `correct-${two.id}`, { [`amount-${two.id}`]: '1,5 uur' }))
    await visitor.post(path, formOf(lines, `refuse-${three.id}`, { [`reason-${three.id}`]: 'Niet van ons.' }))
    expect(await statesIn(db)).toEqual(['signed', 'corrected', 'refused', 'signed'])
    expect(await lineOf(db, one.id)).toMatchObject({ signerName: name })
    const page = await (await visitor.get(path)).text()
    expect(page).toContain('Alles is beantwoord')
    expect(page).toContain('Niet van ons.')
    expect((await visitor.post(path, formOf(lines, 'agree-all'))).status).toBe(303)
    expect(await statesIn(db)).toEqual(['signed', 'corrected', 'refused', 'signed'])
  })

  test('keeps what was typed where something is to be mended', async ({ db, portal }) => {
    const { lines, path } = await anAskedCompany(db)
    const line = lines[0]!
    const { id } = line
    for (const [act, more, sentence] of [
      [`correct-${id}`, { [`amount-${id}`]: 'tig uur' }, 'Vul een aantal uren in'],
      [`correct-${id}`, { [`amount-${id}`]: '2 uur' }, 'hetzelfde aantal'],
      [`refuse-${id}`, { [`reason-${id}`]: '' }, 'Schrijf kort waarom'],
      [`agree-${id}`, { name: ' ' }, 'Vul je naam in'],
      ['agree-all', { name: '' }, 'Vul je naam in'],
      ['burn', {}, 'veranderd of ingetrokken'],
    ] as [string, Record<string, string>, string][]) {
      const response = await portal
        .visit()
        .post(path, formOf(lines, act, { role: 'bedrijfsleider', ...more }))
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain(sentence)
      expect(html).toContain('bedrijfsleider')
    }
    const html = await (
      await portal.visit().post(path, formOf(lines, `correct-${id}`, { [`amount-${id}`]: 'tig uur' }))
    ).text()
    expect(html).toContain('tig uur')
    expect(await statesIn(db)).toEqual(['waits_for_signature', 'waits_for_signature'])
  })

  test('says clearly that a line was withdrawn while the page was open; the others are signed', async ({
    db,
    portal,
  }) => {
    const { lines, path, coordinator } = await anAskedCompany(db)
    const gone = lines[0]!
    const desk = await portal.as(coordinator.personId)
    const withdrawn = await desk.post(`/beheer/bijdragen/${gone.id}`, { act: 'withdraw', reason: 'Dubbel.' })
    expect(withdrawn.status).toBe(303)
    const visitor = portal.visit()
    await visitor.post(path, formOf(lines, `agree-${gone.id}`))
    expect(await (await visitor.get(path)).text()).toContain('veranderd of ingetrokken terwijl je keek')
    await visitor.post(path, formOf(lines, 'agree-all'))
    expect(await (await visitor.get(path)).text()).toContain('intussen veranderd of ingetrokken')
    expect(await statesIn(db)).toEqual(['withdrawn', 'signed'])
  })

  test('that was tampered with, or is past its term, signs nothing', async ({ db, portal }) => {
    const { lines, path } = await anAskedCompany(db)
    const form = formOf(lines, 'agree-all')
    const tampered = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of [tampered, `${path}A`, '/bijdragen/x', `/bijdragen/${'a'.repeat(43)}`]) {
      expect((await portal.visit().get(wrong)).status).toBe(410)
      expect((await portal.visit().post(wrong, form)).status).toBe(422)
    }
    const term = await db.selectFrom('linkToken').select('expiresAt').executeTakeFirstOrThrow()
    await db.updateTable('linkToken').set({ expiresAt: new Date() }).execute()
    const late = await portal.visit().get(path)
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('Wat je al tekende, blijft getekend')
    expect((await portal.visit().post(path, form)).status).toBe(422)
    expect(await statesIn(db)).toEqual(['waits_for_signature', 'waits_for_signature'])
    // The control: the same form within the term.
    await db.updateTable('linkToken').set(term).execute()
    expect((await portal.visit().post(path, form)).status).toBe(303)
    expect(await statesIn(db)).toEqual(['signed', 'signed'])
  })

  test('of another purpose is of no use here', async ({ db, portal }) => {
    const { lines, path, token } = await anAskedCompany(db)
    await db.updateTable('linkToken').set({ purpose: 'login' }).execute()
    expect((await portal.visit().post(path, formOf(lines, 'agree-all'))).status).toBe(422)
    await db.updateTable('linkToken').set({ purpose: 'sign-contributions' }).execute()
    expect((await portal.visit().post(`/inloggen/${token}`)).status).toBe(422)
    expect(await statesIn(db)).toEqual(['waits_for_signature', 'waits_for_signature'])
  })

  test('answers no line of another company, whatever the form says', async ({ db, portal }) => {
    const mine = await anAskedCompany(db, 1)
    const theirs = await anAskedCompany(db, 1)
    const line = theirs.lines[0]!
    const { id } = line
    for (const [act, more] of [
      [`agree-${id}`, {}],
      ['agree-all', {}],
      [`correct-${id}`, { [`amount-${id}`]: '9 uur' }],
      [`refuse-${id}`, { [`reason-${id}`]: 'Ha.' }],
    ] as [string, Record<string, string>][]) {
      const response = await portal.visit().post(mine.path, formOf(theirs.lines, act, more))
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('hoort niet bij deze link')
    }
    expect(await statesIn(db)).toEqual(['waits_for_signature', 'waits_for_signature'])
    // The control: by its own link each of those is taken.
    expect((await portal.visit().post(theirs.path, formOf(theirs.lines, `agree-${id}`))).status).toBe(303)
    expect(await statesIn(db)).toEqual(['waits_for_signature', 'signed'])
  })

  test('never stands in full where somebody else reads along', async ({ db, portal }) => {
    const { path } = await anAskedCompany(db)
    const page = await portal.visit().get(path)
    expect(page.headers.get('Referrer-Policy')).toMatch(/no-referrer|same-origin|strict-origin/)
    expect(page.headers.get('Cache-Control')).toMatch(/no-store|private/)
  })
})

describe('what a meeting records', () => {
  const pdf = new File(['%PDF-1.7 pakbon'], 'pakbon.pdf', { type: 'application/pdf' })
  async function recording(db: Db) {
    await theTestRegion(db)
    const company = await aCompany(db)
    const trainer = await aPerson(db)
    const meeting = await aPastMeeting(db, { trainerId: trainer.id })
    return { company, trainer, meeting, path: `/lesgeven/bijeenkomsten/${meeting.id}/bijdragen` }
  }
  const filled = (organisationId: number, more: Record<string, string | File> = {}) => {
    const form = new FormData()
    const fields = {
      act: 'record',
      once: 'a-form-of-once',
      organisationId: String(organisationId),
      kind: 'material',
      amount: '€ 125,50',
      what: 'Lasdraad',
      ...more,
    }
    for (const [key, value] of Object.entries(fields)) form.set(key, value)
    return form
  }

  test('comes with a file as evidence, which its trainer may download and others may not', async ({
    db,
    portal,
  }) => {
    const { company, trainer, path } = await recording(db)
    const visitor = await portal.as(trainer.id)
    expect((await visitor.post(path, filled(company.id, { file: pdf }))).status).toBe(303)
    expect((await visitor.post(path, filled(company.id, { file: pdf }))).status).toBe(303)
    const lines = await db.selectFrom('contribution').selectAll().execute()
    expect(lines).toMatchObject([{ cents: 12_550, state: 'waits_for_signature', recordedBy: trainer.id }])
    expect(await db.selectFrom('storedFile').select('name').execute()).toEqual([{ name: 'pakbon.pdf' }])
    const evidence = `/lesgeven/bijdragen/${lines[0]!.id}/bewijs`
    const file = await visitor.get(evidence)
    expect([file.status, file.headers.get('Content-Disposition')]).toEqual([
      200,
      expect.stringContaining('attachment'),
    ])
    const stranger = await portal.as((await aPerson(db)).id)
    expect((await stranger.get(evidence)).status).toBe(403)
    expect((await stranger.get(path)).status).toBe(403)
    expect((await stranger.post(path, filled(company.id, { once: 'another-form' }))).status).toBe(403)
  })

  test('refuses what is no amount, no organisation and no picture or PDF, and keeps what was typed', async ({
    db,
    portal,
  }) => {
    const { company, trainer, path } = await recording(db)
    const visitor = await portal.as(trainer.id)
    const html = new File(['<script>alert(1)</script>'], 'pakbon.pdf', { type: 'application/pdf' })
    for (const [more, sentence] of [
      [{ amount: 'veel' }, 'Vul een bedrag in'],
      [{ kind: 'hours' }, 'Vul een aantal uren in'],
      [{ kind: 'gold' }, 'Kies wat voor bijdrage'],
      [{ organisationId: '' }, 'Kies een organisatie'],
      [{ organisationId: '999999' }, 'bestaat niet'],
      [{ file: html }, 'Kies een PDF of een foto'],
      [{ what: '' }, 'Vul een korte omschrijving in'],
    ] as [Record<string, string | File>, string][]) {
      const response = await visitor.post(path, filled(company.id, { evidence: 'Pakbon 7', ...more }))
      expect(response.status).toBe(422)
      const text = await response.text()
      expect(text).toContain(sentence)
      expect(text).toContain('Pakbon 7')
    }
    expect(await db.selectFrom('contribution').select('id').execute()).toEqual([])
    expect(await db.selectFrom('storedFile').select('id').execute()).toEqual([])
  })

  test('is withdrawn by who recorded it, and by no trainer of another meeting', async ({ db, portal }) => {
    const { company, trainer, path } = await recording(db)
    const visitor = await portal.as(trainer.id)
    await visitor.post(path, filled(company.id))
    const { id } = await db.selectFrom('contribution').select('id').executeTakeFirstOrThrow()
    const other = await recording(db)
    const withdraw = { act: 'withdraw', id: String(id), reason: 'Dubbel.' }
    const elsewhere = await portal.as(other.trainer.id)
    expect((await elsewhere.post(other.path, withdraw)).status).toBe(404)
    expect((await elsewhere.post(path, withdraw)).status).toBe(403)
    expect((await visitor.post(path, { ...withdraw, reason: '' })).status).toBe(422)
    expect((await visitor.post(path, withdraw)).status).toBe(303)
    expect(await statesIn(db)).toEqual(['withdrawn'])
    expect((await actorOf(db, trainer.id)).personId).toBe(trainer.id)
  })
})

test('the list of a coordinator goes along as a file with the same filters', async ({ db, portal }) => {
  const { coordinator, company, lines } = await anAskedCompany(db)
  await anAskedCompany(db)
  const desk = await portal.as(coordinator.personId)
  const file = await desk.get(`/beheer/export/bijdragen.csv?organisatie=${company.id}`)
  expect(file.status).toBe(200)
  const rows = (await file.text()).trim().split(/\r?\n/)
  expect(rows).toHaveLength(1 + lines.length)
  expect(rows[1]).toContain(company.name)
  const page = await (
    await desk.get(`/beheer/bijdragen?organisatie=${company.id}&maand=x&stand=onzin`)
  ).text()
  expect(page).toContain('2 regels')
})
