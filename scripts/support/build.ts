import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { SettingsError } from '#app/platform/environment.server.ts'
import { waitForLock } from './lock.ts'

const stampFile = 'build/.stamp'
const sources = [
  'app/**/*',
  'db/*.ts',
  'public/**/*',
  'remix.config.js',
  'vite.config.ts',
  'package-lock.json',
  'scripts/support/build.ts',
]

/** Builds the pages when anything they are made from has changed since the last time; tells whether it did. */
export async function buildWhenStale(options: { quiet?: boolean } = {}): Promise<boolean> {
  const lock = await waitForLock('.cache/build.lock')
  try {
    const stamp = await fingerprintSources()
    if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return false
    if (!options.quiet) console.log('Building the pages …')
    await rm('build', { recursive: true, force: true })
    await runRemix()
    await compressAssets('build/client')
    await writeFile(stampFile, stamp)
    return true
  } finally {
    await lock.release()
  }
}

async function fingerprintSources(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(sources, { withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  for (const file of files.sort()) {
    hash.update(`${file}\n`).update(await readFile(file))
  }
  return hash.digest('hex')
}

async function runRemix(): Promise<void> {
  const said: string[] = []
  const status = await new Promise((resolve, reject) => {
    const child = spawn('node_modules/.bin/remix', ['vite:build', '--logLevel=warn'], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk) => said.push(String(chunk)))
    child.stderr.on('data', (chunk) => said.push(String(chunk)))
    child.on('error', reject)
    child.on('exit', resolve)
  })
  if (status !== 0) throw new SettingsError(`The pages could not be built:\n${said.join('').trim()}`)
}

/** Puts a brotli and a gzip copy beside every file that shrinks: compressed once, as small as it gets. */
async function compressAssets(folder: string): Promise<void> {
  const brotli = promisify(brotliCompress)
  for await (const file of glob(`${folder}/**/*.{js,css,svg,txt,json,ico,webmanifest}`)) {
    const content = await readFile(file)
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    for (const [suffix, compressed] of [
      ['.br', await brotli(content, { params })],
      ['.gz', await promisify(gzip)(content, { level: 9 })],
    ] as const) {
      if (compressed.length < content.length) await writeFile(file + suffix, compressed)
    }
  }
}
