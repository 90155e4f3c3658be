import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const self = relative(project, import.meta.filename)
  .split(sep)
  .join('/')
/** What is made, not written: see .gitignore. */
const made = new Set(['node_modules', 'dist', '.data', '.cache', '.git', 'test-results', 'playwright-report'])

function filesBelow(folder: string): string[] {
  return readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/** What git tracks; in a copy without git, whatever lies there. */
function projectFiles(): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' })
  const tracked = status === 0 ? stdout.split('\0').filter(Boolean) : []
  return tracked.length > 0 ? tracked.filter((file) => existsSync(join(project, file))) : filesBelow('')
}

const files = projectFiles()
const folders = [...new Set(files.flatMap((file) => ancestors(file)))]
const texts = files.filter((file) => !/\.(ttf|png|jpg|svg|woff2?)$/u.test(file))
const sources = texts.filter((file) => /\.(tsx?|mjs|cjs|css)$/u.test(file))
const read = (file: string) => readFileSync(join(project, file), 'utf8')
const linesOf = (file: string) => read(file).trimEnd().split('\n').length

function ancestors(file: string): string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Everything in it is served to browsers as it lies there. */
const served = 'web/public'
const rooms = folders.filter(
  (folder) =>
    folder !== served &&
    /^(contract|drawing|e2e|tools|(contract|server|web)\/[^/]+|(server|web)\/case\/[^/]+)$/u.test(folder),
)

test('the walk sees the project and nothing that is only made', () => {
  expect(files).toEqual(expect.arrayContaining(['package.json', 'contract/refusals.ts', self]))
  expect(rooms).toEqual(expect.arrayContaining(['contract', 'server/people', 'server/case/plan', 'web/ui']))
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([])
})

test('every room says in at most fifteen lines what it is about', () => {
  expect(rooms.filter((room) => !existsSync(join(project, room, 'README.md')))).toEqual([])
  const long = rooms.map((room) => `${room}/README.md`).filter((readme) => linesOf(readme) > 15)
  expect(long).toEqual([])
})

test('a path that a README names in its room is there', () => {
  const missing = rooms.flatMap((room) =>
    Array.from(
      read(`${room}/README.md`).matchAll(/`([\w./-]+\.(?:tsx?|mjs|cjs|md|csv|typ))`/gu),
      ([, path = '']) => path,
    )
      .filter((path) => !path.startsWith('.'))
      .filter(
        (path) =>
          ![join(room, path), path, join('server', path)].some((each) => existsSync(join(project, each))),
      )
      .map((path) => `${room}: ${path}`),
  )
  expect(missing).toEqual([])
})

test('no folder and no file has a name that says nothing', () => {
  const empty = /^(utils?|helpers?|common|misc|managers?|services?|v2|new|legacy)$/u
  const anywhere = /(^|[.-])(utils?|helpers?|misc|v2|legacy)([.-]|$)/u
  const names = [...folders, ...files].filter((path) => {
    const name = path.split('/').at(-1) ?? ''
    return empty.test(name.split('.')[0] ?? '') || anywhere.test(name)
  })
  expect(names).toEqual([])
})

test('no file is longer than four hundred lines', () => {
  const written = sources.filter((file) => !/\.(test|spec)\.|\.gen\.ts$/u.test(file))
  expect(written.length).toBeGreaterThan(200)
  expect(written.filter((file) => linesOf(file) > 400)).toEqual([])
})

/** Lines that a pattern meets, as `file:line`. */
const meeting = (pattern: RegExp, among: readonly string[]) =>
  among
    .filter((file) => file !== self)
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    )

test('no text knows a folder of one machine', () => {
  const place = /(?<![\w.$}*-])\/(?:work|root|home|Users)\/\w/u
  expect(meeting(place, texts)).toEqual([])
  // Whoever needs a folder for temporary files asks the system for it.
  const temporary = texts.filter((file) => !read(file).includes('tmpdir'))
  expect(meeting(/(?<![\w.])\/(?:var\/)?tmp\//u, temporary)).toEqual([])
})

test('no text knows the address of a registry', () => {
  expect(meeting(/registry\.[a-z]|[/.](?:artifactory|nexus|verdaccio)\b|"resolved"/iu, texts)).toEqual([])
})

test('nothing is left to be done in a comment', () => {
  expect(
    meeting(/\b(?:TODO|FIXME)\b/u, [...sources, ...texts.filter((file) => file.endsWith('.sql'))]),
  ).toEqual([])
  expect(meeting(/\b(?:TODO|FIXME):/u, texts)).toEqual([])
})
