import { defineWords } from './words.ts'

/** Days and ages. */
export const formatWords = defineWords({
  'zh-CN': {
    late: { other: '逾期 {count} 天' },
    dueToday: '今天到期',
    age: { other: '{count} 岁' },
  },
  en: {
    late: { one: '{count} day late', other: '{count} days late' },
    dueToday: 'due today',
    age: { one: '{count} year old', other: '{count} years old' },
  },
  ru: {
    late: {
      one: 'просрочено на {count} день',
      few: 'просрочено на {count} дня',
      many: 'просрочено на {count} дней',
      other: 'просрочено на {count} дня',
    },
    dueToday: 'срок сегодня',
    age: { one: '{count} год', few: '{count} года', many: '{count} лет', other: '{count} года' },
  },
})
