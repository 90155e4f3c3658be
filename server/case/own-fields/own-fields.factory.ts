import {
  type DeadlineRule,
  type Deadlines,
  type Field,
  limitNames,
  type Names,
} from '#contract/settings/index.ts'

/** A name in the three languages. */
export const names = (zh: string, en: string, ru: string): Names => ({ 'zh-CN': zh, en, ru })

/** Whether there is something dangerous at home; required. Say only what matters to your test. */
export const aField = (but: Partial<Field> = {}): Field => ({
  record: 'assessment',
  type: 'choice',
  label: names('家中危险物品', 'Danger at home', 'Опасные предметы дома'),
  help: names('', '', ''),
  required: true,
  order: 1,
  choices: [
    { code: 'high', label: names('有', 'Yes', 'Есть'), retired: false },
    { code: 'low', label: names('没有', 'No', 'Нет'), retired: false },
  ],
  template: null,
  retired: false,
  ...but,
})

/** Somebody visits again, a week after the stage was opened. */
export const aRule = (but: Partial<DeadlineRule> = {}): DeadlineRule => ({
  name: names('再次家访', 'Visit again', 'Повторный визит'),
  when: { kind: 'stage-opened', stage: 'assessment' },
  days: 7,
  unit: 'days',
  who: 'case-manager',
  template: null,
  retired: false,
  ...but,
})

/** No limit of the agency’s own. */
export const noLimits = Object.fromEntries(limitNames.map((name) => [name, null])) as Deadlines
