import { expect, test } from 'vitest'
import { inOrder, sharedFiles } from './files.ts'
import { runInTurn } from './load-in-turn.ts'
import { pause } from './pause.ts'

const never = '/assets/never-a1B2c3D4.js'

test('what other files need is run before them, and the page last', () => {
  const files = ['CasePage', 'beginning', 'case-frame.words', 'zod', 'contract', 'react'].map(
    (name) => `/assets/${name}-a1B2c3D4.js`,
  )
  const names = inOrder(files).map((file) => /assets\/(.+)-/u.exec(file)?.[1])
  expect(names).toEqual(['react', 'zod', 'contract', 'beginning', 'case-frame.words', 'CasePage'])
  expect(new Set(sharedFiles).size).toBe(sharedFiles.length)
})

test('files are run one after the other, and once for all who need them', async () => {
  const said: string[] = []
  const runFile = async (address: string) => {
    said.push(`begin ${address}`)
    await pause()
    said.push(`end ${address}`)
  }
  await Promise.all([runInTurn(['/a', '/b'], runFile), runInTurn(['/a', '/c'], runFile)])
  await runInTurn(['/a', '/b'], runFile)
  expect(said.filter((line) => line.endsWith('/a'))).toEqual(['begin /a', 'end /a'])
  expect(said.indexOf('begin /b')).toBeGreaterThan(said.indexOf('end /a'))
  expect(said).toHaveLength(6)
})

test('what could not be run is tried again by the next who needs it', async () => {
  let tries = 0
  const runFile = async () => {
    if (++tries === 1) throw new Error('no line')
  }
  await expect(runInTurn([never], runFile)).rejects.toThrow('no line')
  await runInTurn([never], runFile)
  expect(tries).toBe(2)
})
