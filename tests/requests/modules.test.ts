import { describe, expect } from 'vitest'
import { paths } from '#app/paths.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { test } from '#tests/support/portal.ts'

const slug = 'spanning-meten-nen-3140'
/** Stands in what its teachers read, and nowhere else. */
const forTeachers = 'Voor de docent'

describe('a practical module', () => {
  test('is plain HTML, without what is for the teacher on the page for pupils', async ({ db, portal }) => {
    await seedDemo(db, { demoPassword: 'een-wachtwoord' })
    const read = async (path: string) => (await portal.visit().get(path)).text()
    const page = await read(paths.module(slug))
    // Only the small script of every page: nothing is hydrated.
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain(forTeachers)
    for (const path of [
      paths.moduleForPupils(slug),
      paths.moduleBench(slug, 0),
      paths.moduleBench(slug, 2),
    ]) {
      const pupils = await read(path)
      expect(pupils).toContain('<h1')
      expect(pupils).not.toContain(forTeachers)
    }
    // Nor in what a script of ours could ask for.
    const data = await portal.visit().get(`${paths.moduleForPupils(slug)}.data`)
    expect(data.status).toBe(200)
    expect(await data.text()).not.toContain('teacherNote')
  })

  test('has a short address that leads pupils to their page', async ({ db, portal }) => {
    await seedDemo(db, { demoPassword: 'een-wachtwoord' })
    const { id } = await db
      .selectFrom('practicalModule')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    const answer = await portal.visit().get(paths.moduleShort(id))
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, paths.moduleForPupils(slug)])
    expect((await portal.visit().get(paths.moduleShort(999_999))).status).toBe(404)
  })

  test('goes along as one file that needs nothing else', async ({ db, portal }) => {
    await seedDemo(db, { demoPassword: 'een-wachtwoord' })
    const answer = await portal.visit().get(paths.moduleCopy(slug, 'docenten'))
    expect(answer.headers.get('Content-Disposition')).toContain('attachment')
    expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
    const copy = await answer.text()
    const sources = [...copy.matchAll(/ src="([^"]*)"/g)].map(([, source]) => source ?? '')
    expect(sources.length).toBeGreaterThanOrEqual(3)
    for (const source of sources) expect(source).toMatch(/^data:image\/webp;base64,.{1000}/)
    expect(copy).not.toMatch(/<script|<link|srcset|url\(|@import/i)
    for (const [, href] of copy.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//)
    expect(copy).toContain('VOORBEELD')
    expect(copy).toContain(forTeachers)
    const pupils = await (await portal.visit().get(paths.moduleCopy(slug, 'leerlingen'))).text()
    expect(pupils).not.toContain(forTeachers)
    // Who asks for nothing special gets what may be handed on.
    const plain = await (
      await portal.visit().get(paths.moduleCopy(slug, 'leerlingen').split('?')[0] ?? '')
    ).text()
    expect(plain).toBe(pupils)
    // The styles that came along are those of the classes in it.
    const used = /<section class="(_step_[^" ]+)/.exec(copy)?.[1]
    expect(copy).toContain(`.${used}`)
  })

  test('shows its pictures, as pictures only, and asks again after an hour', async ({ db, portal }) => {
    await seedDemo(db, { demoPassword: 'een-wachtwoord' })
    const { pictureId, width } = await db
      .selectFrom('modulePictureSize')
      .select(['pictureId', 'width'])
      .executeTakeFirstOrThrow()
    const answer = await portal.visit().get(paths.modulePicture(pictureId, width))
    expect(answer.headers.get('Content-Type')).toBe('image/webp')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600')
    const again = await fetch(answer.url, { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } })
    expect(again.status).toBe(304)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(8, 12).toString()).toBe('WEBP')
    expect((await portal.visit().get(paths.modulePicture(pictureId, width + 1))).status).toBe(404)
  })
})
