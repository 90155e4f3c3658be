import { defineWords } from '#web/app/words.ts'

/** What tells one person of a list from another. */
export const personLineWords = defineWords({
  'zh-CN': {
    age: { other: '{count} 岁' },
    ageBetween: { other: '约 {youngest}–{count} 岁' },
    phoneTail: '电话尾号 {tail}',
    bornOn: '{date}出生',
  },
  en: {
    age: { one: '{count} year old', other: '{count} years old' },
    ageBetween: { one: 'about {youngest}–{count} year old', other: 'about {youngest}–{count} years old' },
    phoneTail: 'phone ending in {tail}',
    bornOn: 'born {date}',
  },
  ru: {
    age: { one: '{count} год', few: '{count} года', many: '{count} лет', other: '{count} года' },
    ageBetween: {
      one: 'примерно {youngest}–{count} год',
      few: 'примерно {youngest}–{count} года',
      many: 'примерно {youngest}–{count} лет',
      other: 'примерно {youngest}–{count} года',
    },
    phoneTail: 'тел. …{tail}',
    bornOn: 'род. {date}',
  },
})
