import { defineConfig } from 'vitest/config'

/** Unit and database tests. One throw-away PostgreSQL serves all; each test file works on databases of its own. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['{contract,server,web,tools}/**/*.test.{ts,tsx,mjs}'],
    globalSetup: 'server/testing/global-setup.ts',
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
