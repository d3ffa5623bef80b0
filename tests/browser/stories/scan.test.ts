import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { encodeQR } from 'qr'
import { expect } from 'vitest'
import { ownQrOf } from '#app/features/check-in/check-in-code.server.ts'
import { participantQr } from '#app/features/check-in/check-in-code.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { test as base, launch } from '#tests/support/browser.ts'
import { aCourse, recorded } from '#tests/support/story.ts'

type Camera = { show: (text: string) => Promise<void>; file: string }

/** A browser whose camera shows what is put before it. */
const test = base.extend<{ camera: Camera; browser: Browser }>({
  camera: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'bijblijven-camera-'))
      const file = join(folder, 'camera.y4m')
      await use({ file, show: (text) => writeFile(file, film(text)) })
      await rm(folder, { recursive: true })
    },
    { scope: 'file' },
  ],
  browser: [
    async ({ camera }, use) => {
      await camera.show('nothing of ours')
      const browser = await launch([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${camera.file}`,
      ])
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
})

const [width, height] = [640, 480]

/** A film (YUV4MPEG2) of a few frames in which a QR code is held still. */
function film(text: string): Buffer {
  const code = encodeQR(text, 'raw', { border: 4, scale: 8 })
  const light = Buffer.alloc(width * height, 255)
  const [top, left] = [Math.floor((height - code.length) / 2), Math.floor((width - code.length) / 2)]
  code.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) light[(top + y) * width + left + x] = 0
    })
  })
  const colour = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  return Buffer.concat([head, frame, frame, frame])
}

test('without a network the trainer scans a participant’s own code, and no other', async ({
  visit,
  db,
  camera,
  line,
}) => {
  const course = await aCourse(db, { people: 2, startsInHours: -0.1 })
  const [anna, bert] = course.people
  const door = `/lesgeven/bijeenkomsten/${course.meetingId}/inchecken`
  const secret = await secretOf(db, course.meetingId)
  const page = await visit('/lesgeven', { width: 'phone', as: course.trainer.id, by: line })
  const kept = () => page.evaluate(async (path) => (await caches.match(path)) !== undefined, door)
  await expect.poll(kept, { timeout: 15_000 }).toBe(true)
  await page.context().setOffline(true)
  await line.cut()
  // The page was never opened before: its camera too comes from what was kept.
  await page.goto(door)
  const scan = page.getByRole('button', { name: 'Scan de code van een deelnemer' })
  const stop = page.getByRole('button', { name: 'Stop met scannen' })

  await camera.show(participantQr(course.meetingId, bert!.enrolmentId, 'BCDFGHJKLM'))
  await scan.click()
  await page.getByText('Dit is geen code voor deze bijeenkomst.').waitFor({ timeout: 20_000 })
  await stop.click()

  await camera.show(ownQrOf(secret, course.meetingId, anna!.enrolmentId))
  await scan.click()
  await page.getByText(`${anna!.name} is er.`).waitFor({ timeout: 20_000 })
  await page.getByText('1 van 2').waitFor()
  await line.mend()
  await page.context().setOffline(false)
  await page.getByText('alles is bewaard').waitFor({ timeout: 30_000 })
  expect(await recorded(db, course)).toEqual(['present', null])
})
