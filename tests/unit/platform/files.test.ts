import { describe, expect, test } from 'vitest'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { mediaTypeOf } from '#app/platform/files/media-type.ts'
import { writeXlsx } from '#app/platform/spreadsheet/write-xlsx.server.ts'
import { zipOf } from '#tests/support/zip.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const office = 'application/vnd.openxmlformats-officedocument'

describe('the media type of a file', () => {
  test('is seen from what it holds', async () => {
    expect(mediaTypeOf(bytes('%PDF-1.7\n'))).toBe('application/pdf')
    expect(mediaTypeOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png')
    expect(mediaTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
    expect(mediaTypeOf(await writeXlsx({ name: 'x', columns: [], rows: [] }))).toBe(
      `${office}.spreadsheetml.sheet`,
    )
    const types = { '[Content_Types].xml': '<Types/>' }
    expect(mediaTypeOf(zipOf({ ...types, 'word/document.xml': '' }))).toBe(
      `${office}.wordprocessingml.document`,
    )
    expect(mediaTypeOf(zipOf({ ...types, 'ppt/presentation.xml': '' }))).toBe(
      `${office}.presentationml.presentation`,
    )
    const odt = 'application/vnd.oasis.opendocument.text'
    expect(mediaTypeOf(zipOf({ mimetype: odt, 'content.xml': '' }))).toBe(odt)
  })

  test('is refused for what a browser or an office program runs, and for what is broken', () => {
    const types = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '' }
    for (const file of [
      bytes(''),
      bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      bytes('<!doctype html><script>alert(1)</script>'),
      bytes(' %PDF-1.7'),
      bytes('GIF89a'),
      bytes('MZ\x90'),
      bytes('PK\x03\x04'),
      zipOf({ 'index.html': '<script></script>' }),
      zipOf({ 'word/document.xml': '' }),
      zipOf({ ...types, 'word/vbaProject.bin': '' }),
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      zipOf(types).subarray(0, -10),
      Buffer.concat([zipOf(types).subarray(0, -22), Buffer.alloc(22, 0xff)]),
    ]) {
      expect(mediaTypeOf(file)).toBeUndefined()
    }
  })
})

test('a download keeps its name, and the name stays in the header', () => {
  expect(attachment('Verslag één.pdf')).toBe(
    `attachment; filename="Verslag een.pdf"; filename*=UTF-8''Verslag%20%C3%A9%C3%A9n.pdf`,
  )
  expect(attachment('a"; b=\r\nX: y\u202e/../fdp.exe')).not.toMatch(/[\r\n\u202e]|"; b|\//)
  expect(attachment("'(x)*.pdf")).toContain("filename*=UTF-8''%27%28x%29%2A.pdf")
  expect(attachment('\ud83d')).toContain('filename=')
  expect(attachment('  ')).toContain('filename="bestand"')
})
