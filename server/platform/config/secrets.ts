import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartProblem } from './start-problem.ts'

/** Passwords the program makes up for itself and keeps, each 144 bits or more. */
export type Secrets = {
  /** Of the database role the app works as. */
  readonly appPassword: string
  /** Of all demo accounts, when DEMO_PASSWORD does not say. */
  readonly demoPassword: string
}

const shape = z.object({ appPassword: z.string().min(20), demoPassword: z.string().min(10) })

/**
 * Loads `secrets.json` from the data folder, making it on first use; only its owner may read it.
 * @throws StartProblem when the file is damaged: new passwords would lock us out of the database.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  if (!existsSync(path)) writeSecrets(dataDir, path)
  chmodSync(path, 0o600)
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new StartProblem(`${path} is damaged: put it back from a backup.`)
  }
}

/** Written under another name first, so that a killed start never leaves half a file. */
function writeSecrets(dataDir: string, path: string): void {
  const secrets: Secrets = { appPassword: makePassword(), demoPassword: makePassword() }
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  writeFileSync(`${path}.draft`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.draft`, path)
}

function makePassword(): string {
  return randomBytes(18).toString('base64url')
}
