import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

/** `npm run db:types`: writes db/schema.ts from a fresh database with every migration in it. */
const folder = await mkdtemp(join(tmpdir(), 'bijblijven-types-'))
const server = await startEmbedded(folder, { flags: ['-c', 'fsync=off'] })
try {
  await migrate(server.connectionString)
  const run = spawnSync(
    'node_modules/.bin/kysely-codegen',
    [
      '--dialect=postgres',
      `--url=${server.connectionString}`,
      '--out-file=db/schema.ts',
      '--camel-case',
      '--default-schema=public',
      '--include-pattern=public.*',
      '--exclude-pattern={migration,migration_lock,rate_limit}',
      '--type-mapping={"int8":"number","date":"string","numeric":"number"}',
      '--numeric-parser=number',
      '--date-parser=string',
    ],
    { stdio: 'inherit' },
  )
  process.exitCode = run.status ?? 1
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
