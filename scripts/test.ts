import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { SettingsError } from '#app/platform/environment.server.ts'
import { runCheck } from './support/checks.ts'
import { ensureChromium } from './support/chromium.ts'

/**
 * `npm test`: everything. Each check counts as one, each test of vitest as one; the last line says how many passed and
 * failed. Arguments are handed to vitest: `npm test -- tests/unit`.
 */
const reportFile = '.cache/vitest-report.json'
const filters = process.argv.slice(2)
let passed = 0
let failed = 0

function count(ok: boolean): void {
  if (ok) passed++
  else failed++
}

for (const name of ['lint', 'types', 'database types'] as const) count(await runCheck(name))

try {
  await ensureChromium()
  await runVitest()
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error)
  failed++
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

type Report = {
  success: boolean
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[]
}

async function runVitest(): Promise<void> {
  await mkdir('.cache', { recursive: true })
  await rm(reportFile, { force: true })
  const status = await new Promise((resolve, reject) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
    const child = spawn('node_modules/.bin/vitest', ['run', ...reporters, ...filters], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', resolve)
  })
  const report = JSON.parse(await readFile(reportFile, 'utf8')) as Report
  const failedBefore = failed
  for (const file of report.testResults) {
    // A test that was skipped has proved nothing, and a file that could not be loaded even less.
    for (const test of file.assertionResults) count(test.status === 'passed')
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status === 'passed')) failed++
  }
  if (status !== 0 && failed === failedBefore) failed++
}
