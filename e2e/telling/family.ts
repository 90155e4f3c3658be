import type { Locator, Page } from '@playwright/test'
import { familyFormWords } from '#web/drawings/family-form.words.ts'
import type { Teller } from './teller.ts'

type Relative = Readonly<{
  beside: string
  as: 'parent' | 'partner' | 'child' | 'sibling'
  name: string
  sex: 'male' | 'female'
  birth: string
  death?: string
}>

/** Three generations around a boy called 周小鱼: his parents, both pairs of grandparents, an uncle, a sister and a cousin. */
export const threeGenerations: readonly Relative[] = [
  { beside: '周小鱼', as: 'parent', name: '周建军', sex: 'male', birth: '1975-03-02' },
  { beside: '周小鱼', as: 'parent', name: 'Анна Сергеевна Преображенская', sex: 'female', birth: '1978-07' },
  { beside: '周小鱼', as: 'sibling', name: 'Zhou Wen', sex: 'female', birth: '2004-09-09' },
  { beside: '周建军', as: 'parent', name: '周德福', sex: 'male', birth: '1948', death: '2019' },
  { beside: '周建军', as: 'parent', name: '吴秀英', sex: 'female', birth: '1950' },
  { beside: '周建军', as: 'sibling', name: '周建国', sex: 'male', birth: '1971' },
  { beside: 'Анна Сергеевна Преображенская', as: 'parent', name: 'Сергей', sex: 'male', birth: '1950' },
  { beside: 'Анна Сергеевна Преображенская', as: 'parent', name: 'Ольга', sex: 'female', birth: '1953' },
  { beside: '周建国', as: 'child', name: '周雨', sex: 'female', birth: '2001' },
]

// The keystroke-level model (Card, Moran and Newell, 1980): seconds of an average hand that is no trained typist.
const key = 0.28
const pointing = 1.1 + 0.2
const thinking = 1.35
/** A Chinese character is written by its pinyin and a choice among those that sound alike. */
const moreForCharacter = 4
const keysOf = (text: string) =>
  text.length + moreForCharacter * (text.match(/\p{Script=Han}/gu)?.length ?? 0)

/**
 * Writes a family into the form of the genogram as a person does, relative by relative.
 * @returns how many seconds a person would take for the same keys and clicks, by the keystroke-level model
 */
export async function writeFamily(teller: Teller, family: readonly Relative[]): Promise<number> {
  const { page, words } = teller
  const f = words(familyFormWords)
  const form = page.getByRole('form', { name: f('add') })
  let seconds = 0
  let beside = ''
  for (const relative of family) {
    if (relative.beside !== beside) {
      beside = relative.beside
      await chooseBeside(page, f('whom'), beside)
      seconds += thinking + 2 * pointing
    }
    seconds += thinking + (await fillIn(teller, form, relative))
    await page.keyboard.press('Enter')
    await form.getByLabel(f('name'), { exact: true }).and(page.locator(':focus')).waitFor()
  }
  return seconds
}

const chooseBeside = (page: Page, label: string, name: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: name })

async function fillIn({ words }: Teller, form: Locator, relative: Relative): Promise<number> {
  const f = words(familyFormWords)
  const { as, name, sex, birth, death = '' } = relative
  let [points, keys] = [0, 1]
  for (const choice of [as, sex] as const) {
    const radio = form.getByRole('radio', { name: f(choice), exact: true })
    if (await radio.isChecked()) continue
    await radio.check()
    points += 1
  }
  for (const [field, text] of [
    ['name', name],
    ['birth', birth],
    ['death', death],
  ] as const) {
    if (text === '') continue
    await form.getByLabel(f(field), { exact: true }).fill(text)
    points += 1
    keys += keysOf(text)
  }
  return points * pointing + keys * key
}
