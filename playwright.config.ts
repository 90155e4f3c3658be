import { defineConfig } from '@playwright/test'

// Chosen once; the processes that run the tests inherit it.
process.env['E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000))

/** What takes longest: begun first, so that nothing long is left over at the end. What changes an agency for all stays late. */
const heavy = /(?:every-|one-case)[^/]*\.spec\.ts$/u

/** Browser tests: one demo server for all, started on a free port with a data folder of its own. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './server/testing/demo-server.ts',
  // One more than processors: a page that waits for its answer leaves a tenth of them free.
  workers: 3,
  fullyParallel: true,
  projects: [
    { name: 'long', testMatch: heavy },
    { name: 'short', testIgnore: heavy },
  ],
  timeout: 120_000,
  expect: { timeout: 25_000 },
  // What passes only the second time is named at the end of the run: look at it, it is a fault of the product more often than not.
  retries: 1,
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${process.env['E2E_PORT']}`,
    browserName: 'chromium',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
    },
  },
})
