import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * The settings of the portal, read once, in one place. `.env.example` lists them.
 * A missing or wrong one is a `SettingsError` with one sentence for each.
 */
export type Environment = {
  port: number
  host: string | undefined
  /** Origin by which people reach the portal, without a slash at the end. */
  baseUrl: string
  /** Undefined: the portal starts its own database in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  smtpUrl: string | undefined
  mailFrom: string | undefined
  webConcurrency: number
  /** How many proxies in front may be believed. */
  trustProxy: number
  /** Hosts from which the keys and lists of other issuers of credentials may be fetched. */
  credentialHosts: string[]
  /** Undefined until a demo has made its own. */
  secretKey: string | undefined
  demoPassword: string
  /** Whether `/stijl` is there: always where one builds, and in production only for the tests. */
  showsStyle: boolean
}

export class SettingsError extends Error {
  override name = 'SettingsError'
}

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())
const wholeNumber = (min: number, max: number, fallback: number) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? fallback : value),
    z.coerce
      .number({ error: `must be a whole number from ${min} to ${max}` })
      .int(`must be a whole number from ${min} to ${max}`)
      .min(min, `must be a whole number from ${min} to ${max}`)
      .max(max, `must be a whole number from ${min} to ${max}`),
  )
const address = (protocols: string[], example: string) =>
  optional.refine(
    (value) => value === undefined || (URL.canParse(value) && protocols.includes(new URL(value).protocol)),
    `must look like ${example}`,
  )

const settings = z.object({
  PORT: wholeNumber(0, 65535, 3000),
  HOST: optional,
  BASE_URL: address(['http:', 'https:'], 'https://bijblijven.example.nl'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name'),
  DATA_DIR: z.preprocess((value) => (value === '' || value === undefined ? '.data' : value), z.string()),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@host:587'),
  MAIL_FROM: optional,
  WEB_CONCURRENCY: wholeNumber(1, 256, availableParallelism()),
  TRUST_PROXY: wholeNumber(0, 10, 0),
  CREDENTIAL_HOSTS: optional,
  SECRET_KEY: optional.refine(
    (value) => value === undefined || value.length >= 32,
    'must have at least 32 characters',
  ),
  DEMO_PASSWORD: z.preprocess(
    (value) => (value === '' || value === undefined ? 'bijblijven-demo' : value),
    z.string().min(8, 'must have at least 8 characters'),
  ),
  NODE_ENV: optional,
  SHOW_STYLE: optional,
})

/** Reads the settings from `source` (the process' own environment unless told); throws `SettingsError`. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const result = settings.safeParse(source)
  if (!result.success) {
    const sentences = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
    throw new SettingsError([...new Set(sentences)].join('\n'))
  }
  const read = result.data
  const baseUrl = read.BASE_URL ? new URL(read.BASE_URL).origin : `http://localhost:${read.PORT}`
  return {
    port: read.PORT,
    host: read.HOST,
    baseUrl,
    databaseUrl: read.DATABASE_URL,
    dataDir: resolve(read.DATA_DIR),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    webConcurrency: read.WEB_CONCURRENCY,
    trustProxy: read.TRUST_PROXY,
    credentialHosts: (read.CREDENTIAL_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
    secretKey: read.SECRET_KEY,
    demoPassword: read.DEMO_PASSWORD,
    showsStyle: read.NODE_ENV !== 'production' || read.SHOW_STYLE === '1',
  }
}

let current: Environment | undefined

/** The settings of this process. */
export function environment(): Environment {
  current ??= readEnvironment()
  return current
}
