import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { mostBytes, storeFile } from '#app/platform/files/store-file.server.ts'
import { aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const pdf = (name: string) => new File(['%PDF-1.7\nhallo'], name, { type: 'text/html' })

test('a file comes back as it went, as a download that runs nothing', async ({ db }) => {
  await theTestRegion(db)
  const { id: personId } = await aPerson(db, { givenName: 'Trainer', familyName: 'Een' })
  const id = await storeFile(db, { personId }, pdf('C:\\mijn map\\hand-out één.html'))
  const response = await serveFile(db, id)
  expect(await response.text()).toBe('%PDF-1.7\nhallo')
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
  expect(response.headers.get('Content-Disposition')).toContain(
    `filename*=UTF-8''hand-out%20%C3%A9%C3%A9n.html.pdf`,
  )
  const etag = response.headers.get('ETag')!
  expect(etag).toBe(`"${createHash('sha256').update('%PDF-1.7\nhallo').digest('hex')}"`)
  const request = new Request('http://localhost/', { headers: { 'If-None-Match': etag } })
  expect((await serveFile(db, id, request)).status).toBe(304)
})

test('what is empty, too large or of another kind is refused, and nothing is kept', async ({ db }) => {
  await theTestRegion(db)
  const { id: personId } = await aPerson(db, { givenName: 'Trainer', familyName: 'Een' })
  const refused = (file: Parameters<typeof storeFile>[2]) =>
    expect(storeFile(db, { personId }, file, 'handout')).rejects
  await refused(new File([], 'leeg.pdf')).toMatchObject({ name: 'Refusal', field: 'handout' })
  await refused(new File(['<svg onload="alert(1)"/>'], 'foto.png')).toThrow(/Kies een PDF/)
  const large = {
    name: 'groot.pdf',
    size: mostBytes + 1,
    arrayBuffer: () => Promise.reject(new Error('read')),
  }
  await refused(large).toThrow(/25 MB/)
  expect(await db.selectFrom('storedFile').select('id').execute()).toEqual([])
  await expect(serveFile(db, 1)).rejects.toMatchObject({ status: 404 })
})
