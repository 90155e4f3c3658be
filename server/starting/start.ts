import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { anyAgency } from '#server/access/sign-in.repository.ts'
import { buildApp } from '#server/app.ts'
import { refuseHalfRestored } from '#server/backup/swap.ts'
import { startJobs } from '#server/jobs.ts'
import { loadSecrets } from '#server/platform/config/secrets.ts'
import type { Config } from '#server/platform/config/config.ts'
import { platformOn, type Platform } from '#server/platform/platform.ts'
import { seedDemo } from '#server/seeds/index.ts'
import { announceDemo, announceProduction } from './announcement.ts'
import { prepareDatabase } from './database.ts'
import type { Ending } from './ending.ts'
import { claimDataFolder } from './installation.ts'
import { listen } from './listening.ts'

const webFolder = resolve(import.meta.dirname, '../../dist/web')
const setupTokenBytes = 16

/**
 * Starts everything in order: data folder, database, demo people, web server.
 * @param ending learns how to undo each step, so that a stop halfway leaves nothing behind
 * @returns the words for the console
 */
export async function start(
  config: Config,
  ending: Ending,
  say: (sentence: string) => void,
): Promise<string> {
  refuseHalfRestored(config.dataDir)
  claimDataFolder(config.dataDir, config.mode)
  const secrets = loadSecrets(config.dataDir)
  const database = await prepareDatabase({ config, secrets, ending, say })
  const setupToken = config.mode === 'serve' && !(await anyAgency(database.db)) ? makeSetupToken() : null
  const { secureCookies, logLevel } = config
  const platform = platformOn(database, { secureCookies, logLevel, webFolder, setupToken })
  const app = await buildApp(platform)
  const jobs = await startJobs(platform, database.url)
  await ending.onEnd(jobs.stop)
  if (config.mode !== 'demo') return announceProduction(await listen(app, config, ending), setupToken)
  const password = config.demoPassword ?? secrets.demoPassword
  const accounts = await fillDemo(platform, password, say)
  return announceDemo(await listen(app, config, ending), accounts, password)
}

/** Makes the demo people at the first start; at later ones it only gives their accounts the password. */
async function fillDemo(platform: Platform, password: string, say: (sentence: string) => void) {
  say('Meeting the people of the demo …')
  return await seedDemo(platform, { password })
}

function makeSetupToken(): string {
  return randomBytes(setupTokenBytes).toString('hex')
}
