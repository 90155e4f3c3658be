import { defineWords } from '#web/app/words.ts'

/** Whose confirmation is still awaited. */
export const awaitedWords = defineWords({
  'zh-CN': {
    waiting: '还在等待确认',
    ground: '这份计划依据的评估还在等待确认',
    line: '{name}（{part}），自 {when} 起',
    since: '自 {when} 起等待',
  },
  en: {
    waiting: 'Still to be confirmed by',
    ground: 'The assessment under this plan is still to be confirmed by',
    line: '{name} ({part}), since {when}',
    since: 'Awaited since {when}',
  },
  ru: {
    waiting: 'Ещё не подтвердили',
    ground: 'Оценку, на которой основан план, ещё не подтвердили',
    line: '{name} ({part}), ждём с {when}',
    since: 'Ждём с {when}',
  },
})
