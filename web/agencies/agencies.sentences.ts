import type { Wording } from '#contract/language.ts'

/** What we tell people when the agency's own rules say no. */
export const agencySentences = {
  'agency/supervisor-needs-level-two': {
    'zh-CN': '督导者须为二级或一级社会工作者。',
    en: 'A supervisor has to be a social worker of level 2 or 1.',
    ru: 'Супервизором может быть социальный работник 2-го или 1-го уровня.',
  },
  'agency/not-a-supervisor': {
    'zh-CN': '请从在职的督导者或机构负责人中选择，不能选本人。',
    en: 'Choose an active supervisor or the agency head, not the person themselves.',
    ru: 'Выберите действующего супервизора или руководителя, но не самого сотрудника.',
  },
  'agency/not-for-duty': {
    'zh-CN': '请从在职并从事个案工作的同事中选择。',
    en: 'Choose an active colleague who does case work.',
    ru: 'Выберите действующего сотрудника, который ведёт случаи.',
  },
  'agency/email-is-taken': {
    'zh-CN': '这个邮箱已有人使用。',
    en: 'Somebody already signs in with this address.',
    ru: 'С этим адресом уже кто-то входит.',
  },
  'agency/own-account': {
    'zh-CN': '不能停用自己的账号或改变自己的职责，请另一位管理员办理。',
    en: 'You cannot end your own account or change your own role. Ask another administrator.',
    ru: 'Нельзя отключить себя или сменить себе роль. Попросите другого администратора.',
  },
} as const satisfies Record<string, Wording>
