import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goalAttainmentScore } from '#server/case/evaluation/goal-attainment.ts'
import { runCommand } from './run-command.ts'

let folder: string
const oneSentence = /^[^\n]+\.$/
const goals = [
  { weight: 3, level: 1 },
  { weight: 1, level: -1 },
]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-command-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('help', () => {
  test('it lists every command', async () => {
    const { code, output } = await runCommand(['help'])
    expect(code).toBe(0)
    expect(output).toContain('gas FILE.json')
    expect(output).toContain('id-number NUMBER')
  })

  test.each([[[]], [['dance']]])(
    '%j is no command: exit code 2 and nothing on standard output',
    async (words) => {
      const outcome = await runCommand(words)
      expect(outcome).toMatchObject({ code: 2, output: '' })
      expect(outcome.complaint).not.toBe('')
    },
  )
})

describe('gas', () => {
  test('a list of goals at the expected level scores exactly 50', async () => {
    const outcome = await runCommand(['gas', fileWith([{ weight: 2, level: 0 }])])
    expect(outcome).toEqual({ code: 0, output: '{"t":50}', complaint: '' })
  })

  test('rho comes from the option, else from the file, else from the rule', async () => {
    expect((await runCommand(['gas', fileWith(goals)])).output).toBe(said(goalAttainmentScore(goals).t))
    const path = fileWith({ goals, rho: 0.5 })
    expect((await runCommand(['gas', path])).output).toBe(said(goalAttainmentScore(goals, 0.5).t))
    expect((await runCommand(['gas', path, '--rho', '0.1'])).output).toBe(
      said(goalAttainmentScore(goals, 0.1).t),
    )
  })

  test.each([
    ['an empty list', []],
    ['a level beyond the five', [{ weight: 1, level: 3 }]],
    ['a level between two', [{ weight: 1, level: 0.5 }]],
    ['a weight below nothing', [{ weight: -1, level: 1 }]],
    ['a misspelt field', [{ weight: 1, level: 1, wieght: 1 }]],
    ['a rho above one', { goals, rho: 1.5 }],
    ['a number', 5],
  ])('%s is refused with one sentence', async (_title, content) => {
    expect(await refusalOf('gas', fileWith(content))).toMatch(oneSentence)
  })

  test.each([
    [[]],
    [['none.json']],
    [['a.json', 'b.json']],
    [['a.json', '--rho', 'x']],
    [['a.json', '--row', '1']],
  ])('the words %j are refused with one sentence', async (words) => {
    expect(await refusalOf('gas', ...words)).toMatch(oneSentence)
  })
})

describe('id-number', () => {
  test('a number whose checksum holds is valid, the same with a wrong last digit is not', async () => {
    const right = await runCommand(['id-number', '11010519491231002X'])
    const wrong = await runCommand(['id-number', '110105194912310021'])
    expect(JSON.parse(right.output)).toMatchObject({ valid: true })
    expect(JSON.parse(wrong.output)).toMatchObject({ valid: false })
    expect(right.code).toBe(0)
  })

  test('without a number it is refused', async () => {
    expect(await refusalOf('id-number')).toMatch(oneSentence)
  })
})

function fileWith(content: unknown): string {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, JSON.stringify(content))
  return path
}

function said(t: number): string {
  return JSON.stringify({ t })
}

/** The sentence with which a command line is refused; empty when it was not refused as it should be. */
async function refusalOf(...words: string[]): Promise<string> {
  const { code, output, complaint } = await runCommand(words)
  return code === 2 && output === '' ? complaint : ''
}
