import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

/**
 * `npm run db:types`: writes db/schema.ts from a fresh database with every migration in it.
 * With `--check` it writes nothing, and fails when the file is not what it would write.
 */
const isCheck = process.argv.includes('--check')
const folder = await mkdtemp(join(tmpdir(), 'bijblijven-types-'))
const file = isCheck ? join(folder, 'schema.ts') : 'db/schema.ts'
const server = await startEmbedded(folder, { flags: ['-c', 'fsync=off'] })
try {
  await migrate(server.connectionString)
  const run = spawnSync(
    'node_modules/.bin/kysely-codegen',
    [
      '--dialect=postgres',
      `--url=${server.connectionString}`,
      `--out-file=${file}`,
      '--camel-case',
      '--default-schema=public',
      '--include-pattern=public.*',
      '--exclude-pattern={migration,migration_lock,rate_limit}',
      '--type-mapping={"int8":"number","date":"string","numeric":"number"}',
      '--numeric-parser=number',
      '--date-parser=string',
    ],
    { stdio: ['ignore', isCheck ? 'ignore' : 'inherit', 'inherit'] },
  )
  process.exitCode = run.status ?? 1
  if (isCheck && (await readFile(file, 'utf8')) !== (await readFile('db/schema.ts', 'utf8'))) {
    console.error('db/schema.ts is not what the migrations make: run npm run db:types.')
    process.exitCode = 1
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
