import { spawn } from 'node:child_process'

/** The checks that are no tests of vitest, by name. */
const checks = {
  lint: ['biome', 'check', '--error-on-warnings', '.'],
  types: ['tsc', '--noEmit'],
  'database types': ['node', 'scripts/types.ts', '--check'],
  architecture: ['vitest', 'run', '--project', 'unit', 'tests/unit/architecture.test.ts'],
} as const

export type CheckName = keyof typeof checks

/** Runs a check; what it says is shown only when it fails. */
export async function runCheck(name: CheckName): Promise<boolean> {
  const [program, ...args] = checks[name]
  const started = Date.now()
  const { status, said } = await run(program, args)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status !== 0) console.log(said)
  return status === 0
}

function run(program: string, args: string[]): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('exit', (status) => resolve({ status, said }))
  })
}
