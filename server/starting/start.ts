import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { anyAgency } from '#server/access/sign-in.repository.ts'
import { endByClock } from '#server/break-glass/index.ts'
import { buildApp } from '#server/app.ts'
import { checkpointWriter } from '#server/audit/checkpoints.repository.ts'
import { refuseHalfRestored } from '#server/backup/swap.ts'
import { attachmentSweeper } from '#server/case/attachments/index.ts'
import { startJobs } from '#server/jobs.ts'
import { auditFolder, loadAuditKey } from '#server/platform/config/audit-key.ts'
import { loadSecrets } from '#server/platform/config/secrets.ts'
import type { Config } from '#server/platform/config/config.ts'
import { loadKeys } from '#server/platform/keys/index.ts'
import type { Database } from '#server/platform/database/database.ts'
import { platformOn, type Platform } from '#server/platform/platform.ts'
import { shipped } from '#server/platform/project-folder.ts'
import { fileStore } from '#server/platform/sealed-files/index.ts'
import { seedDemo } from '#server/seeds/index.ts'
import { anyFactor } from '#server/sign-in/second-factor.repository.ts'
import { announceDemo, announceProduction } from './announcement.ts'
import { prepareDatabase } from './database.ts'
import type { Ending } from './ending.ts'
import { claimDataFolder } from './installation.ts'
import { listen } from './listening.ts'

const webFolder = shipped('dist/web')
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
  const auditKey = loadAuditKey(config.dataDir, config.auditKey)
  const database = await prepareDatabase({ config, secrets, auditKey, ending, say })
  const writeCheckpoints = await noteTheAudit(config, database, ending, say)
  const setupToken = config.mode === 'serve' && !(await anyAgency(database.db)) ? makeSetupToken() : null
  const keys = loadKeys(config.keyDir, { mayMake: !(await anyFactor(database.db)) })
  const { secureCookies, proxies, logLevel } = config
  const attachments = {
    files: fileStore(join(config.dataDir, 'attachments')),
    limits: config.attachmentLimits,
  }
  const platform = platformOn(database, {
    keys,
    attachments,
    secureCookies,
    proxies,
    logLevel,
    webFolder,
    setupToken,
  })
  const app = await buildApp(platform)
  const jobs = await startJobs(platform, database.url, {
    everyMinute: { 'write-audit-checkpoints': writeCheckpoints, 'end-break-glass': endBreakGlass(database) },
    everyHour: { 'sweep-attachments': sweeper(platform, say) },
  })
  await ending.onEnd(jobs.stop)
  if (config.mode !== 'demo') return announceProduction(await listen(app, config, ending), setupToken)
  const password = config.demoPassword ?? secrets.demoPassword
  const accounts = await fillDemo(platform, password, say)
  return announceDemo(await listen(app, config, ending), accounts, password)
}

/** Notes where the audit ends, now and when everything else has ended; what fails is told, and stops nothing. */
async function noteTheAudit(
  { dataDir, auditCopyDir }: Config,
  database: Database,
  ending: Ending,
  say: (sentence: string) => void,
) {
  const second = auditCopyDir === null ? [] : [auditCopyDir]
  const folders = [auditFolder(dataDir), ...second] as const
  const write = checkpointWriter({ database, folders, now: () => new Date(), say })
  const writeCheckpoints = () =>
    write().catch((problem: unknown) =>
      say(`The checkpoints of the audit could not be written (${String(problem)}).`),
    )
  await writeCheckpoints()
  await ending.onEnd(writeCheckpoints)
  return writeCheckpoints
}

/** Takes what was opened by break-glass, and is over, off the readers of its case, each minute. */
const endBreakGlass = (database: Database) => async () => {
  await endByClock(database, new Date())
}

/** Sweeps the folder of the attachments; what fails is told, and tried again in an hour. */
function sweeper({ database, attachments: { files }, now }: Platform, say: (sentence: string) => void) {
  const sweep = attachmentSweeper({ database, files, now, say })
  return async () => {
    await sweep().catch((problem: unknown) =>
      say(`The attachments could not be looked through (${String(problem)}).`),
    )
  }
}

/** Makes the demo people at the first start; at later ones it only gives their accounts the password. */
async function fillDemo(platform: Platform, password: string, say: (sentence: string) => void) {
  say('Meeting the people of the demo …')
  return await seedDemo(platform, { password })
}

function makeSetupToken(): string {
  return randomBytes(setupTokenBytes).toString('hex')
}
