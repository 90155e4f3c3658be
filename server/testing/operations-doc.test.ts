import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '#server/command-line/commands.ts'
import { readConfig, settingNames } from '#server/platform/config/config.ts'
import { keyFilePath } from '#server/platform/identifier-keys/index.ts'

const folder = resolve(import.meta.dirname, '../..')
const text = readFileSync(join(folder, 'docs/operations.md'), 'utf8')
const [, settingsPart = ''] = text.split('\n## Settings\n')
const [table = ''] = settingsPart.split('\n## ')
const rows = Array.from(
  table.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gmu),
  ([, name = '', standard = '']) => [name, standard] as const,
)

test('the table of settings names every setting, and no other', () => {
  expect(rows.map(([name]) => name).toSorted()).toEqual(settingNames.toSorted())
})

test('nowhere does the page speak of a setting that does not exist', () => {
  const spoken = text.match(/\bALONGSIDE_[A-Z]+\b|\b[A-Z]+_(?:DIR|URL|PASSWORD|LEVEL)\b/gu) ?? []
  expect(spoken.length).toBeGreaterThan(5)
  expect(spoken.filter((name) => !settingNames.includes(name))).toEqual([])
})

test('the defaults of the table are the ones used', () => {
  const told = Object.fromEntries(rows)
  const used = readConfig({}, 'demo')
  const folders = (['demo', 'serve'] as const).map((mode) => relative(folder, readConfig({}, mode).dataDir))
  expect(told).toMatchObject({
    PORT: `\`${used.port}\``,
    HOST: `\`${used.host}\``,
    LOG_LEVEL: `\`${used.logLevel}\``,
    DATA_DIR: folders.map((each) => `\`${each}\``).join(', '),
  })
})

test('every command of the page exists, with the words it is given', () => {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const spoken = Array.from(text.matchAll(/npm run (?:-s )?([\w:]+)/gu), ([, name = '']) => name)
  expect(spoken).toEqual(expect.arrayContaining(['serve', 'backup', 'restore', 'drill']))
  expect(spoken.filter((name) => !(name in scripts))).toEqual([])
  const options = Array.from(text.matchAll(/(?<=[\s`])--([a-z-]+)/gu), ([, name = '']) => name)
  const programs = ['backup', 'restore'].map((name) =>
    readFileSync(join(folder, `server/backup/${name}-command.ts`), 'utf8'),
  )
  const known = (name: string): boolean => programs.some((each) => each.includes(`--${name}`))
  expect(options).toEqual(
    expect.arrayContaining(['to-time', 'latest', 'into', 'keep-days', 'key-file', 'quiet']),
  )
  expect(options.filter((name) => name !== 'now' && !known(name))).toEqual([])
})

test('the nightly backup starts a file that exists, with the settings of the server', () => {
  const units = Array.from(text.matchAll(/^```ini\n(.*?)^```$/gmsu), ([, unit = '']) => unit)
  const settingsOf = (unit = '') =>
    Object.fromEntries(
      Array.from(unit.matchAll(/^Environment=(\w+)=(.*)$/gmu), ([, name, value]) => [name, value]),
    )
  const nightly = units.find((unit) => unit.includes('Type=oneshot'))
  const [, program = ''] = /^ExecStart=\S+ (\S+)$/mu.exec(nightly ?? '') ?? []
  expect(existsSync(join(folder, program))).toBe(true)
  expect(settingsOf(units[0])).toMatchObject(settingsOf(nightly))
  expect(readConfig(settingsOf(nightly), 'serve').backupDir).toBe('/var/backups/alongside')
  const [, cron = ''] = /^30 2 \* \* \* {2}(.*)$/mu.exec(text) ?? []
  for (const [name, value] of Object.entries(settingsOf(nightly))) expect(cron).toContain(`${name}=${value}`)
  expect(cron).toContain(program)
})

test('where backups go when nothing is set is what the table says', () => {
  const { dataDir, backupDir, backupKeyFile } = readConfig({}, 'serve')
  expect(Object.fromEntries(rows)).toMatchObject({
    BACKUP_DIR: `\`DATA_DIR\` with \`${backupDir.slice(dataDir.length)}\` behind it`,
    BACKUP_KEY_FILE: `\`${relative(dataDir, backupKeyFile)}\` in \`DATA_DIR\``,
  })
})

test('the unit for systemd starts a file that exists and sets only settings that are accepted together', () => {
  const [, unit = ''] = /^```ini\n(.*?)^```$/msu.exec(text) ?? []
  const env = Object.fromEntries(
    Array.from(unit.matchAll(/^Environment=(\w+)=(.*)$/gmu), ([, name, value]) => [name, value]),
  )
  const [, program = '', mode] = /^ExecStart=\S+ (\S+) (\S+)$/mu.exec(unit) ?? []
  expect(existsSync(join(folder, program))).toBe(true)
  expect(mode).toBe('serve')
  expect(readConfig(env, 'serve')).toMatchObject({ secureCookies: true, dataDir: env['DATA_DIR'] })
})

test('the key file lies where the page says, and the command that rotates it exists', () => {
  expect(text).toContain(`| \`${keyFilePath('')}\` |`)
  const spoken = Array.from(text.matchAll(/npm run -s alongside -- ([\w-]+)/gu), ([, name]) => name)
  expect(spoken).toContain('rotate-keys')
  const known = commands.map(({ name }) => name)
  expect(spoken.filter((name) => name === undefined || !known.includes(name))).toEqual([])
})
