import { describe, expect, test } from 'vitest'
import { readEnvironment, SettingsError } from '#app/platform/environment.server.ts'

const read = (settings: Record<string, string>) => readEnvironment({ NODE_ENV: 'test', ...settings })

describe('settings', () => {
  test('all have a default', () => {
    const environment = read({})
    expect(environment).toMatchObject({ port: 3000, baseUrl: 'http://localhost:3000', trustProxy: 0 })
    expect(environment.databaseUrl).toBeUndefined()
    expect(environment.webConcurrency).toBeGreaterThan(0)
  })

  test('an empty one is the same as none', () => {
    expect(read({ PORT: '', DATABASE_URL: '', SECRET_KEY: '', WEB_CONCURRENCY: '' })).toEqual(read({}))
  })

  test('of the address only the origin counts', () => {
    expect(read({ BASE_URL: 'https://bijblijven.example.nl/' }).baseUrl).toBe('https://bijblijven.example.nl')
  })

  test.each([
    [{ PORT: 'drieduizend' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ WEB_CONCURRENCY: '0' }, 'WEB_CONCURRENCY must be a whole number from 1 to 256.'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be a whole number from 0 to 10.'],
    [{ BASE_URL: 'bijblijven.nl' }, 'BASE_URL must look like https://bijblijven.example.nl.'],
    [{ DATABASE_URL: 'mysql://a/b' }, 'DATABASE_URL must look like postgres://user:password@host:5432/name.'],
    [{ SMTP_URL: 'mail.example.nl' }, 'SMTP_URL must look like smtp://user:password@host:587.'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY must have at least 32 characters.'],
    [{ DEMO_PASSWORD: 'short' }, 'DEMO_PASSWORD must have at least 8 characters.'],
  ])('a wrong one (%o) is one sentence', (settings: Record<string, string>, sentence) => {
    expect(() => read(settings)).toThrow(new SettingsError(sentence))
  })

  test('two wrong ones are two sentences', () => {
    expect(() => read({ PORT: 'x', SECRET_KEY: 'y' })).toThrow(/^PORT .*\.\nSECRET_KEY .*\.$/)
  })
})
