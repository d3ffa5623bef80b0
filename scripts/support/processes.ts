import { type ChildProcess, fork } from 'node:child_process'
import cluster, { type Worker } from 'node:cluster'

export type Portal = {
  /** Resolves when every process is ready. */
  ready: Promise<void>
  /** Lets requests and jobs that are under way finish, for at most ten seconds. */
  stop: () => Promise<void>
}

type Child = { send: (message: string) => unknown; kill: () => unknown; exited: Promise<unknown> }

const patienceMs = 10_000

/** Starts `count` processes that answer requests and one that does the jobs; one that crashes is started again. */
export function startProcesses(count: number, env: Record<string, string>): Portal {
  const children = new Set<Child>()
  let stopping = false

  cluster.setupPrimary({ exec: new URL('../web.ts', import.meta.url).pathname, execArgv: [] })
  const startWeb = () => asChild(cluster.fork(env))
  const startJobs = () =>
    asChild(
      fork(new URL('../worker.ts', import.meta.url), [], { env: { ...process.env, ...env }, execArgv: [] }),
    )

  /** Resolves at the first time it is ready; from then on it is kept alive. */
  function keep(start: () => { child: Child; ready: Promise<void> }): Promise<void> {
    const startedAt = Date.now()
    const { child, ready } = start()
    children.add(child)
    child.exited.then(async (reason) => {
      children.delete(child)
      if (stopping) return
      // One that keeps crashing at once is tried ever less often, up to twice a minute.
      crashes = Date.now() - startedAt > 60_000 ? 0 : crashes + 1
      const wait = Math.min(30_000, 250 * 2 ** Math.min(crashes, 10))
      console.error(`A process ended by itself (${reason}); starting it again.`)
      await new Promise((done) => setTimeout(done, wait))
      if (!stopping) await keep(start)
    })
    return ready
  }
  let crashes = 0

  const ready = Promise.all([...Array.from({ length: count }, () => keep(startWeb)), keep(startJobs)])
  return {
    ready: ready.then(() => {}),
    async stop() {
      stopping = true
      await Promise.all([...children].map(end))
    },
  }
}

async function end(child: Child): Promise<void> {
  try {
    child.send('stop')
  } catch {
    // Its channel is closed: it is ending already.
  }
  let late: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    late = setTimeout(resolve, patienceMs + 1_000)
  })
  await Promise.race([child.exited, patience])
  clearTimeout(late)
  child.kill()
}

function asChild(started: Worker | ChildProcess): { child: Child; ready: Promise<void> } {
  const child = 'process' in started ? started.process : started
  const exited = new Promise<unknown>((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.on('error', (error) => resolve(error.message))
  })
  const ready = new Promise<void>((resolve, reject) => {
    started.on('message', (message: unknown) => {
      if (message === 'ready') resolve()
    })
    exited.then((reason) => reject(new Error(`A process ended before it was ready (${reason}).`)))
  })
  // Only the first time is waited for; later it is enough that it is tried again.
  ready.catch(() => {})
  return {
    child: { send: (message) => started.send(message), kill: () => child.kill('SIGKILL'), exited },
    ready,
  }
}
