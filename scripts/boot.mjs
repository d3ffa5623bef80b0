// What every npm script starts with, on whatever Node (20 or later) is at hand, with nothing installed yet:
// installs what package-lock.json asks for and node_modules lacks, then runs scripts/<command>.ts with the Node
// that the project pins, which runs TypeScript by itself.
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const hasProc = existsSync('/proc/self/stat')
const [command = '', ...args] = process.argv.slice(2)

process.chdir(root)
try {
  await boot()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

async function boot() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`Node 20 or later is needed to start; this is Node ${process.versions.node}.`)
  }
  if (!existsSync(join(root, 'scripts', `${command}.ts`))) {
    throw new Error(`There is no command "${command}": see the scripts in package.json.`)
  }
  if (!isInstalled()) await install()
  run()
}

/** npm writes down what it installed, as its last step; that must be what the lock file asks for. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(
      readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
    ).packages
    return (
      existsSync(node) &&
      Object.entries(wanted).every(([path, { version, optional, link }]) => {
        if (path === '' || link) return true
        return present[path] ? present[path].version === version : optional
      })
    )
  } catch {
    return false
  }
}

/** Installs once, also when two commands start at the same moment: the later one waits for the first. */
async function install() {
  const lock = join(root, '.cache', 'install.lock')
  mkdirSync(dirname(lock), { recursive: true })
  while (!take(lock)) {
    await new Promise((done) => setTimeout(done, 500))
  }
  try {
    if (isInstalled()) return
    console.error('Installing what package-lock.json asks for …')
    // Development dependencies too, also where NODE_ENV says production: they build and they pin Node.
    const npm = process.env.npm_execpath
    const npmArgs = [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]
    const status = await new Promise((resolve, reject) => {
      const child = npm
        ? spawn(process.execPath, [npm, ...npmArgs], { stdio: ['ignore', 2, 2] })
        : spawn('npm', npmArgs, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
      child.on('error', reject)
      child.on('exit', resolve)
    })
    if (status !== 0) throw new Error('Installing failed: see what npm says above, then start again.')
    if (!isInstalled()) throw new Error('npm installed something else than package-lock.json asks for.')
  } finally {
    rmSync(lock, { force: true })
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { force: true })
    return false
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    const age = Date.now() - statSync(lock).mtimeMs
    // A container that starts anew gives out the same numbers, and no install takes half an hour.
    if (pid === process.pid || age > (pid ? 30 * 60_000 : 5_000)) return true
    if (!pid) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}

function run() {
  // .env fills in what the environment does not say; the tests know nothing of it.
  const settings = command !== 'test' && existsSync('.env') ? ['--env-file=.env'] : []
  const child = spawn(node, [...settings, join(root, 'scripts', `${command}.ts`), ...args], {
    // The channel tells the command when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => {
    console.error(`Node did not start: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGKILL' ? 137 : 1)))
  // npm that is killed outright tells nobody: whoever runs under it has to notice.
  if (process.env.npm_lifecycle_event) {
    const above = ancestors()
    setInterval(() => ancestors() === above || process.exit(1), hasProc ? 250 : 2_000).unref()
  }
}

/** Our parent and, when that is the shell that npm puts in between, its parent. */
function ancestors() {
  const { ppid } = process
  try {
    const shown = hasProc
      ? readFileSync(`/proc/${ppid}/stat`, 'utf8').replace(/^.*\((.*)\) \S (\d+) .*$/s, '$1 $2')
      : spawnSync('ps', ['-o', 'comm=,ppid=', '-p', String(ppid)], { encoding: 'utf8' }).stdout
    const [name = '', parent] = shown.trim().split(/\s+/)
    return /(^|\/)(sh|dash|bash|ash|zsh)$/.test(name) ? `${ppid} ${parent}` : String(ppid)
  } catch {
    return 'gone'
  }
}
