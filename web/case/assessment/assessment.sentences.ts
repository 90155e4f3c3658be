import type { Wording } from '#contract/language.ts'

/** What we tell people when assessment says no; `app/sentences.ts` does not compile while one is missing. */
export const assessmentSentences = {
  'assessment/draft-already-there': {
    'zh-CN': '这个个案还有一份未完成的评估，请先把它写完。',
    en: 'This case has an assessment that is still being written. Finish that one first.',
    ru: 'В этом случае есть незаконченная оценка. Сначала завершите её.',
  },
  'assessment/not-signed': {
    'zh-CN': '这一步要等评估签名之后。',
    en: 'This comes once the assessment is signed.',
    ru: 'Это возможно после подписания оценки.',
  },
  'assessment/not-awaiting-cosignature': {
    'zh-CN': '这份评估目前不需要会签。',
    en: 'This assessment is not waiting for a co-signature.',
    ru: 'Эта оценка не ждёт второй подписи.',
  },
  'assessment/awaits-cosignature': {
    'zh-CN': '这份评估还在等待会签，会签之后再请服务对象确认。',
    en: 'A colleague still has to co-sign this assessment; then the client can be asked.',
    ru: 'Сначала оценку должен подписать коллега, затем её показывают клиенту.',
  },
  'assessment/view-already-given': {
    'zh-CN': '服务对象的意见已经记录。如情况有变，可以再做一次评估。',
    en: 'The client’s view is already recorded. If things have changed, begin a reassessment.',
    ru: 'Мнение клиента уже записано. Если что-то изменилось, начните повторную оценку.',
  },
  'assessment/no-problem': {
    'zh-CN': '请至少写下一个问题。',
    en: 'Please describe at least one problem.',
    ru: 'Опишите хотя бы одну проблему.',
  },
  'assessment/no-need-linked': {
    'zh-CN': '请至少写下一项需求，并勾选它来自哪个问题。',
    en: 'Please describe at least one need and tick the problem it comes from.',
    ru: 'Опишите хотя бы одну потребность и отметьте, с какой проблемой она связана.',
  },
  'assessment/no-strength': {
    'zh-CN': '请至少写下一项优势或资源：每个人都有可以依靠的力量。',
    en: 'Please name at least one strength or resource: everyone has something to build on.',
    ru: 'Назовите хотя бы одну сильную сторону или ресурс: у каждого есть на что опереться.',
  },
  'assessment/not-all-explained': {
    'zh-CN': '评估的目的、意义、方法和大致过程都要向服务对象说明。',
    en: 'Purpose, meaning, methods and process all have to be explained to the client.',
    ru: 'Клиенту нужно объяснить цель, значение, методы и ход оценки.',
  },
  'assessment/in-the-future': {
    'zh-CN': '这个时间还没有到。',
    en: 'This time has not come yet.',
    ru: 'Это время ещё не наступило.',
  },
  'assessment/not-client-or-guardian': {
    'zh-CN': '请选择服务对象本人或监护人。',
    en: 'Please choose the client or a guardian.',
    ru: 'Выберите клиента или законного представителя.',
  },
  'assessment/no-such-line': {
    'zh-CN': '更正的这一条不在这份评估里。',
    en: 'The corrected line does not stand in this assessment.',
    ru: 'Исправленной строки нет в этой оценке.',
  },
  'assessment/confirmed-as-it-stands': {
    'zh-CN': '有逐条更正时，请选“大体是的，有更正”。',
    en: 'Lines were corrected: choose “Yes, with corrections”.',
    ru: 'Есть исправленные строки: выберите «Да, но с поправками».',
  },
  'assessment/needs-case-management': {
    'zh-CN': '需要两个以上的机构或专业一起帮助时，就需要个案管理。',
    en: 'Where two or more agencies or professions have to help, case management is needed.',
    ru: 'Если помочь должны две и более организации или профессии, нужно ведение случая.',
  },
} as const satisfies Record<string, Wording>
