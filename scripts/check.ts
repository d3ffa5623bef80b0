import { runCheck } from './support/checks.ts'

/** `npm run check`: what can be said without a database or a browser: types, lint, architecture. */
const failed = []
for (const name of ['lint', 'types', 'architecture'] as const) {
  if (!(await runCheck(name))) failed.push(name)
}
process.exit(failed.length > 0 ? 1 : 0)
