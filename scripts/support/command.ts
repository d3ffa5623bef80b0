import { SettingsError } from '#app/platform/environment.server.ts'
import { EmbeddedDatabaseError } from '#db/embedded-error.ts'

/** Runs a command: what its user can mend is told in a sentence, and a bug with its stack. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(sentenceFor(error) ?? error)
    process.exit(1)
  }
}

export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof SettingsError || error instanceof EmbeddedDatabaseError) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (path && (code === 'EACCES' || code === 'EPERM')) return `This user may not write ${path}.`
  if (path && code === 'EROFS') return `Nothing can be written to ${path}: it is on a read-only disk.`
  if (code === 'ENOSPC') return `The disk is full${path ? `: ${path} could not be written` : ''}.`
  return undefined
}

/** Turns the ways in which a database server cannot be reached into a sentence; anything else stays what it is. */
export function explainConnection(error: unknown, connectionString: string): unknown {
  const { code, message = '' } = error as { code?: string; message?: string }
  const { host, pathname } = new URL(connectionString)
  const where = `the PostgreSQL server of DATABASE_URL (${host})`
  const sentences: Record<string, string> = {
    ECONNREFUSED: `Nothing listens at ${where}: is it running, and is the address right?`,
    ENOTFOUND: `The host of DATABASE_URL (${host}) is not known here.`,
    EAI_AGAIN: `The host of DATABASE_URL (${host}) could not be looked up.`,
    ETIMEDOUT: `No answer came from ${where}.`,
    EHOSTUNREACH: `There is no way to ${where}.`,
    ENETUNREACH: `There is no way to ${where}.`,
    '28P01': `${capital(where)} refuses the user name or password of DATABASE_URL.`,
    '28000': `${capital(where)} refuses the user of DATABASE_URL.`,
    '3D000': `There is no database "${pathname.slice(1)}" on ${where}: create it first.`,
    '42501': `The user of DATABASE_URL may not do this on ${where}: ${message}.`,
  }
  const sentence = sentences[code ?? '']
  if (sentence) return new SettingsError(sentence)
  if (/timeout|Connection terminated/i.test(message))
    return new SettingsError(`No answer came from ${where}.`)
  if (/SSL/.test(message)) return new SettingsError(`No secure connection with ${where}: ${message}.`)
  return error
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
