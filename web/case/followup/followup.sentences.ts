import type { Wording } from '#contract/language.ts'

/** What we tell people when aftercare says no; `app/sentences.ts` does not compile while one is missing. */
export const followupSentences = {
  'followup/case-is-open': {
    'zh-CN': '个案还没有结案。',
    en: 'This case has not been closed yet.',
    ru: 'Этот случай ещё не закрыт.',
  },
  'followup/not-planned': {
    'zh-CN': '这次跟进已经记录或取消。',
    en: 'This follow-up has already been recorded or cancelled.',
    ru: 'Этот контакт уже записан или отменён.',
  },
  'followup/still-planned': {
    'zh-CN': '还有计划中的跟进。请先记录或取消，再归档。',
    en: 'A follow-up is still planned. Record or cancel it before archiving.',
    ru: 'Ещё есть запланированное сопровождение. Запишите или отмените его перед архивом.',
  },
  'followup/before-closing': {
    'zh-CN': '跟进在结案之后，日期不能早于结案那一天。',
    en: 'A follow-up comes after the closing; this day lies before it.',
    ru: 'Сопровождение идёт после закрытия, а этот день раньше.',
  },
  'followup/next-too-early': {
    'zh-CN': '下一次要在这一次之后。',
    en: 'The next one has to come after this one.',
    ru: 'Следующий контакт должен быть позже этого.',
  },
} as const satisfies Record<string, Wording>
