import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { buildWhenStale } from './support/build.ts'
import { ensureChromium } from './support/chromium.ts'
import { command } from './support/command.ts'

/**
 * `npm run bench`: measures the portal; docs/performance.md explains what. What is measured runs on the first two cores
 * and what measures on the others, where the machine has that many and `taskset`.
 * `npm run bench -- --quick` measures briefly, and `-- --only=demo,pages` a part: to look, not to quote.
 */
await command(async () => {
  // For Lighthouse; to be found missing at the start, not after ten minutes.
  await ensureChromium()
  await buildWhenStale()
  const cores = availableParallelism()
  const canPin = cores >= 4 && spawnSync('taskset', ['-V']).status === 0
  const pins = canPin ? { measured: '0,1', measuring: `2-${cores - 1}` } : undefined
  const program = [process.execPath, 'tests/bench/bench.ts', ...process.argv.slice(2)]
  const [file = '', ...args] = pins ? ['taskset', '-c', pins.measuring, ...program] : program
  const child = spawn(file, args, {
    // The channel tells whom we started when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...(pins && { BENCH_CORES: pins.measured }) },
  })
  process.on('disconnect', () => process.exit(1))
  const status = await new Promise((resolve) => child.on('exit', resolve))
  process.exit(status === 0 ? 0 : 1)
})
