import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { anArchive } from '#server/directory/directory.factory.ts'
import { runCommand } from './run-command.ts'

const one = '11111111-0000-4000-8000-000000000000'
const two = '22222222-0000-4000-8000-000000000000'

const tables = {
  'hsds/data/organizations.csv': `id,name,description\n${one},民政局,救助\n`,
  'hsds/data/services.csv': `id,organization_id,name,status\n${two},${one},庇护,active\n`,
  'hsds/.hidden/organizations.csv': 'id,name\n1,x\n',
}

/** A folder that is gone when the test is over, with these files in it and in folders below it. */
async function aFolder(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'hsds-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

test('tables that lie in a folder below are reported as they are from a zip archive of it', async () => {
  const folder = await aFolder(tables)
  await writeFile(join(folder, 'hsds.zip'), anArchive(tables))
  const [ofFolder, ofArchive] = [
    await runCommand(['hsds', folder]),
    await runCommand(['hsds', join(folder, 'hsds.zip')]),
  ]
  const said = JSON.parse(ofFolder.output) as Record<string, unknown>
  expect(said).toMatchObject({ counts: { taken: 2, refused: 0 }, files: [{ rows: 1 }, { rows: 1 }] })
  expect({ ...(JSON.parse(ofArchive.output) as object), source: '' }).toEqual({ ...said, source: '' })
})

test('where nothing is read it is said why, in words and without a trace', async () => {
  const folder = await aFolder({ 'below/agencies.csv': 'id,name\n' })
  expect(await runCommand(['hsds', folder])).toEqual({
    code: 2,
    output: '',
    complaint: `Nothing in ${folder} can be read as HSDS.\nagencies.csv: This is no table of HSDS and was not read. Tables are known by their names, such as organizations.csv or services.csv.`,
  })
  const empty = await aFolder({})
  expect((await runCommand(['hsds', empty])).complaint).toContain(
    'There is no table (.csv) and no JSON file in it.',
  )
  expect((await runCommand(['hsds', join(empty, 'x')])).complaint).toBe(
    `There is nothing at ${join(empty, 'x')}.`,
  )
})

test('the official samples are reported without being taken, whatever their form', async () => {
  for (const [name, rows] of [
    ['tabular.zip', 21],
    ['service_full.json', 20],
    ['organization_full.json', 20],
  ] as const) {
    const path = join(import.meta.dirname, '../directory/samples', name)
    const { code, output } = await runCommand(['hsds', path])
    const { counts } = JSON.parse(output) as { counts: Record<string, number> }
    expect([name, code, counts['taken'], counts['refused']]).toEqual([name, 0, rows, 0])
  }
})
