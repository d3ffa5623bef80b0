import { defineConfig } from 'vitest/config'
import { testSecret } from './tests/support/test-secret.ts'

/** The settings the tests run with, whatever the environment says. */
const env = {
  NODE_ENV: 'test' as const,
  BASE_URL: 'http://localhost:3000',
  DATABASE_URL: '',
  SMTP_URL: '',
  TRUST_PROXY: '0',
  SECRET_KEY: testSecret,
  DEMO_PASSWORD: '',
}
// What was built runs as it is, in Node, and not through the transforms of the tests.
const server = { deps: { external: [/\/build\/server\//] } }

/** Four kinds of test, one runner, one count. Each kind is a project with the setup it needs and nothing more. */
export default defineConfig({
  test: {
    reporters: ['default'],
    // Two cores are used by two files at once: each has a database or a browser of its own.
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts?(x)'], environment: 'node', env },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          env,
        },
      },
      {
        test: {
          name: 'requests',
          include: ['tests/requests/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts', 'tests/support/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          env,
          server,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/build.ts', 'tests/support/portal-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          env,
        },
      },
    ],
  },
})
