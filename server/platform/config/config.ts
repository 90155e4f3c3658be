import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '#server/platform/project-folder.ts'
import { StartProblem } from './start-problem.ts'

/** How the program runs: the demo with synthetic people, production, or a test. */
export type Mode = 'demo' | 'serve' | 'test'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Everything that can be set from outside, checked. */
export type Config = {
  readonly mode: Mode
  readonly host: string
  readonly port: number
  /** The absolute folder of the database, the secrets and the attachments. */
  readonly dataDir: string
  /** The absolute folder of the keys that must not lie in the database or beside its copies. */
  readonly keyDir: string
  /** The owner's address of an external PostgreSQL; null for the embedded one. */
  readonly databaseUrl: string | null
  /** The absolute folder of the backups and of the log kept for them. */
  readonly backupDir: string
  /** The absolute path of the file with the key that seals them. */
  readonly backupKeyFile: string
  /** The password of all demo accounts; null to make one up. */
  readonly demoPassword: string | null
  /** True when browsers reach us by HTTPS only. */
  readonly secureCookies: boolean
  /** The web servers in front, as addresses or networks; only they may say who is calling. */
  readonly proxies: readonly string[]
  /** The key that seals the audit, 32 bytes in base64url; null to keep one in the data folder. */
  readonly auditKey: string | null
  /** The second place of the audit's checkpoints; null for none. */
  readonly auditCopyDir: string | null
  /** How many bytes of attachments are kept: of one file, of a worker in a day, of an agency. */
  readonly attachmentLimits: Readonly<{ mostBytes: number; mostBytesADay: number; mostBytesOfAgency: number }>
  readonly logLevel: (typeof logLevels)[number]
}

const settings = z.object({
  PORT: z.coerce
    .number('PORT must be a number between 0 and 65535.')
    .int('PORT must be a whole number between 0 and 65535.')
    .min(0, 'PORT must be a number between 0 and 65535.')
    .max(65_535, 'PORT must be a number between 0 and 65535.')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be a host name or an IP address.')
    .default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  KEY_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must be the address of a PostgreSQL (postgresql://…).')
    .optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEY_FILE: z.string().optional(),
  DEMO_PASSWORD: z.string().max(128, 'DEMO_PASSWORD may have at most 128 characters.').optional(),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).default('warn'),
  ALONGSIDE_TLS: z
    .enum(['proxy'], 'ALONGSIDE_TLS may only be proxy: a web server in front of Alongside does the HTTPS.')
    .optional(),
  ALONGSIDE_PROXIES: z
    .string()
    .optional()
    .refine(
      (list) => list === undefined || proxiesIn(list).every(isAddress),
      'ALONGSIDE_PROXIES must be addresses or networks with commas between: 10.0.0.5, 192.168.7.0/24.',
    ),
  ALONGSIDE_AUDIT_KEY: z
    .string()
    .regex(
      /^[\w-]{43}$/,
      'ALONGSIDE_AUDIT_KEY must be 32 random bytes in base64url: 43 letters, digits, - and _.',
    )
    .optional(),
  ALONGSIDE_AUDIT_COPY_DIR: z.string().optional(),
  ALONGSIDE_ATTACHMENT_MB: megabytes('ALONGSIDE_ATTACHMENT_MB', 20, 200),
  ALONGSIDE_ATTACHMENTS_A_DAY_MB: megabytes('ALONGSIDE_ATTACHMENTS_A_DAY_MB', 500, 100_000),
  ALONGSIDE_ATTACHMENTS_MB: megabytes('ALONGSIDE_ATTACHMENTS_MB', 20_480, 10_000_000),
})

/** A number of megabytes, from one to the most that is sensible. */
function megabytes(name: string, usual: number, most: number) {
  const wrong = `${name} must be a whole number of megabytes from 1 to ${most}.`
  return z.coerce.number(wrong).int(wrong).min(1, wrong).max(most, wrong).default(usual)
}

/** Addresses and networks, `all` and names excluded: whoever is believed stands there by number. */
function isAddress(given: string): boolean {
  const [address = '', bits] = given.split('/')
  const family = isIP(address)
  if (family === 0) return false
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (family === 4 ? 32 : 128))
  )
}

function proxiesIn(list: string): string[] {
  return list.split(',').map((each) => each.trim())
}

type Settings = z.infer<typeof settings>

/** The names of all settings; docs/operations.md explains each. */
export const settingNames = Object.keys(settings.shape)

const dataFolders = { demo: '.data/demo', serve: '.data/production', test: '.data/test' } satisfies Record<
  Mode,
  string
>

/**
 * Reads the settings from the environment. Empty ones count as not set.
 * @throws StartProblem with one clear sentence when a setting is unknown, malformed or unsafe.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, mode: Mode): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  refuseUnknown(given)
  const checked = settings.safeParse(given)
  if (!checked.success) throw new StartProblem(checked.error.issues[0]?.message ?? 'A setting is malformed.')
  refuseUnsafe(checked.data, mode)
  return toConfig(checked.data, mode)
}

function refuseUnknown(env: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('ALONGSIDE_') && !settingNames.includes(name),
  )
  if (unknown)
    throw new StartProblem(`${unknown} is not a setting of Alongside: correct its name or remove it.`)
}

function refuseUnsafe(read: Settings, mode: Mode): void {
  const { HOST, DEMO_PASSWORD, DATABASE_URL, ALONGSIDE_TLS, ALONGSIDE_PROXIES } = read
  if (ALONGSIDE_PROXIES !== undefined && ALONGSIDE_TLS === undefined)
    throw new StartProblem(
      'ALONGSIDE_PROXIES needs ALONGSIDE_TLS=proxy: without a web server in front nobody may speak for others.',
    )
  if (mode !== 'serve') return
  if (DEMO_PASSWORD !== undefined)
    throw new StartProblem('DEMO_PASSWORD is for the demo: production has no demo accounts, so remove it.')
  if (!isLoopback(HOST) && ALONGSIDE_TLS !== 'proxy')
    throw new StartProblem(
      'Serving other machines needs HTTPS: put a web server in front and set ALONGSIDE_TLS=proxy, or leave HOST at 127.0.0.1.',
    )
  if (DATABASE_URL !== undefined && sendsPlainly(DATABASE_URL))
    throw new StartProblem('DATABASE_URL reaches another machine without TLS: add sslmode=verify-full to it.')
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** An address on another machine whose traffic would travel readable or unverified. */
function sendsPlainly(databaseUrl: string): boolean {
  const host = /@(\[[^\]]*\]|[^/:?]*)/.exec(databaseUrl)?.[1] ?? ''
  const local = host === '' || isLoopback(host.replaceAll(/[[\]]/g, ''))
  return !local && !/[?&]sslmode=(require|verify-ca|verify-full)\b/.test(databaseUrl)
}

function toConfig(read: Settings, mode: Mode): Config {
  const dataDir = resolve(read.DATA_DIR ?? join(projectFolder, dataFolders[mode]))
  return {
    mode,
    host: read.HOST,
    port: read.PORT,
    dataDir,
    keyDir: resolve(read.KEY_DIR ?? join(dataDir, 'keys')),
    databaseUrl: read.DATABASE_URL ?? null,
    backupDir: resolve(read.BACKUP_DIR ?? `${dataDir}-backups`),
    backupKeyFile: resolve(read.BACKUP_KEY_FILE ?? join(dataDir, 'backup.key')),
    demoPassword: read.DEMO_PASSWORD ?? null,
    secureCookies: read.ALONGSIDE_TLS === 'proxy',
    proxies: proxiesOf(read),
    auditKey: read.ALONGSIDE_AUDIT_KEY ?? null,
    auditCopyDir: read.ALONGSIDE_AUDIT_COPY_DIR === undefined ? null : resolve(read.ALONGSIDE_AUDIT_COPY_DIR),
    attachmentLimits: limitsOf(read),
    logLevel: read.LOG_LEVEL,
  }
}

function limitsOf(read: Settings): Config['attachmentLimits'] {
  const bytes = (megabytesGiven: number) => megabytesGiven * 1024 * 1024
  return {
    mostBytes: bytes(read.ALONGSIDE_ATTACHMENT_MB),
    mostBytesADay: bytes(read.ALONGSIDE_ATTACHMENTS_A_DAY_MB),
    mostBytesOfAgency: bytes(read.ALONGSIDE_ATTACHMENTS_MB),
  }
}

/** The web server that does the HTTPS stands on this machine unless its address is told. */
function proxiesOf({ ALONGSIDE_TLS, ALONGSIDE_PROXIES }: Settings): readonly string[] {
  if (ALONGSIDE_TLS === undefined) return []
  return ALONGSIDE_PROXIES === undefined ? ['127.0.0.1', '::1'] : proxiesIn(ALONGSIDE_PROXIES)
}
