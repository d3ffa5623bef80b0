import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** The arrows of docs/architecture.md: what may import what. */

const features = [
  'people',
  'organisations',
  'programme',
  'contributions',
  'qualifications',
  'requirements',
  'modules',
  'catalogue',
  'interest',
  'agenda',
  'enrolment',
  'messages',
  'attendance',
  'check-in',
  'evaluation',
  'certificates',
  'credentials',
  'history',
  'dossier',
  'coverage',
  'figures',
  'privacy',
]

// Each room may import itself and the rooms it names.
const rooms: Record<string, string[]> = {
  routes: ['features', 'access', 'ui', 'platform', 'db', 'app'],
  features: ['access', 'ui', 'platform', 'db', 'app'],
  access: ['platform', 'db'],
  ui: ['platform', 'app'],
  platform: ['db', 'app'],
  app: ['routes', 'features', 'access', 'ui', 'platform', 'db'],
  db: ['platform', 'features', 'app'],
  scripts: ['access', 'platform', 'features', 'app', 'db'],
}

type File = { path: string; source: string }

const roomOf = (path: string) => {
  const [top, second] = path.split('/')
  if (top !== 'app') return top ?? ''
  return second?.includes('.') ? 'app' : (second ?? '')
}
const featureOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1]
const isServerFile = (path: string) =>
  path.includes('.server.') || path.startsWith('db/') || path.startsWith('scripts/')
/** What may be submitted is zod, which stays on the server. */
const isFormFile = (path: string) => path.endsWith('-form.ts')

/** What a file imports, as paths in the project; `isType` when only types, which leave nothing behind. */
function importsOf({ path, source }: File): { target: string; isType: boolean }[] {
  const statements = source.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...statements].flatMap(([, type, from, dynamic]) => {
    const specifier = from ?? dynamic ?? ''
    const isType = type !== undefined
    if (specifier.startsWith('#')) return [{ target: specifier.slice(1), isType }]
    if (specifier.startsWith('.')) return [{ target: normalize(join(dirname(path), specifier)), isType }]
    return [{ target: specifier, isType }]
  })
}

/** What is wrong with the imports of a file, in sentences. */
function complaints(file: File): string[] {
  const { path } = file
  return importsOf(file).flatMap(({ target, isType }) => {
    const say = (why: string) => [`${path} imports ${target}: ${why}`]
    const isOurs = /^(app|db|scripts|tests)\//.test(target)
    if (!isOurs) {
      const isDriver = ['pg', 'graphile-worker'].includes(target)
      return isDriver && !isServerFile(path) ? say('only server files touch the database') : []
    }
    const [from, to] = [roomOf(path), roomOf(target)]
    if (to === 'tests') return say('what is shipped does not know its tests')
    if (from !== to && !rooms[from]?.includes(to)) return say(`${from} does not know ${to}`)
    const knowsAll = ['app', 'routes', 'scripts'].includes(from)
    if (to === 'app' && !knowsAll && target !== 'app/paths.ts')
      return say('only app/paths.ts is for everyone')
    const [own, other] = [featureOf(path), featureOf(target)]
    if (own && other && features.indexOf(other) > features.indexOf(own))
      return say(`${other} comes after ${own}`)
    if (own && !features.includes(own)) return say(`${own} has no place in the order of features`)
    if (isType) return []
    if (isServerFile(path) && /\.(tsx|css)(\?|$)/.test(target)) return say('Node itself runs this file')
    const isTouching = target.startsWith('db/') && !target.startsWith('db/seeds/data/')
    // A page's loader and action are the server's; its build leaves them out of what the browser gets.
    if (isTouching && !isServerFile(path) && from !== 'routes' && path !== 'app/root.tsx') {
      return say('only server files touch the database')
    }
    const isForServer = isServerFile(path) || isFormFile(path)
    if (target.includes('.server.') && !isForServer && from !== 'routes' && from !== 'app') {
      return say('a file for the browser does not know one for the server')
    }
    return []
  })
}

async function readFiles(): Promise<File[]> {
  const files: File[] = []
  for await (const path of glob('{app,db,scripts}/**/*.{ts,tsx,mjs,js}')) {
    files.push({ path, source: readFileSync(path, 'utf8') })
  }
  return files
}

test('every import follows the arrows', async () => {
  const files = await readFiles()
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(complaints)).toEqual([])
})

test.each([
  ['app/features/people/person.ts', "import { x } from '#app/features/enrolment/enrolment.ts'"],
  ['app/features/people/person.ts', "import { x } from '../enrolment/enrolment.ts'"],
  ['app/features/unheard/of.ts', "import { x } from './other.ts'"],
  ['app/platform/clock.ts', "import { x } from '#app/features/people/person.ts'"],
  ['app/platform/clock.ts', "export { x } from '../features/people/person.ts'"],
  ['app/access/actor.ts', "import { x } from '#app/routes/public/home.tsx'"],
  ['app/ui/button.tsx', "import { database } from '#db/client.server.ts'"],
  ['app/features/people/person.ts', "import {\n  x,\n  y,\n} from '#app/platform/journal.server.ts'"],
  ['app/features/people/list-people.server.ts', "import { Card } from '#app/ui/card.tsx'"],
  ['app/features/people/person.ts', "import pg from 'pg'"],
  ['scripts/start.ts', "import '#app/ui/tokens.css'"],
  ['app/routes/public/home.tsx', "const x = await import('#tests/support/database.ts')"],
])('%s may not say %s', (path, source) => {
  expect(complaints({ path, source })).toHaveLength(1)
})

test('a type from the database is known everywhere in a feature', () => {
  const source = "import type { Db } from '#db/client.server.ts'"
  expect(complaints({ path: 'app/features/people/person.ts', source })).toEqual([])
})
