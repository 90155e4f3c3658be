import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { ageOn, daysBetween, formatsIn } from './formats.ts'
import { numberIn, pluralIn } from './words.ts'

const today = () => '2026-11-21'
const [zh, en, ru] = [formatsIn('zh-CN', today), formatsIn('en', today), formatsIn('ru', today)]

test('a deadline says how near or how late it is', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-19'].map(en.dueDay)).toEqual([
    'due today',
    'tomorrow',
    'in 3 days',
    '2 days late',
  ])
  expect(ru.dueDay('2026-11-16')).toBe('просрочено на 5 дней')
  expect(zh.dueDay('2026-11-19')).toBe('逾期 2 天')
})

test('a date does not slip by a day in any time zone', () => {
  expect(en.date('2026-03-01')).toContain('March 1')
  expect(zh.date('2026-03-01')).toBe('2026年3月1日')
})

test('days are counted across a change of clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-02', '2026-10-24')).toBe(-9)
})

test('age is counted in completed years', () => {
  expect(ageOn('2015-11-22', '2026-11-21')).toBe(10)
  expect(ageOn('2015-11-21', '2026-11-21')).toBe(11)
  expect(ageOn('2012-02-29', '2013-02-28')).toBe(0)
  expect(ageOn('2012-02-29', '2013-03-01')).toBe(1)
})

test('Chinese names are sorted by pinyin', () => {
  expect(['张三', '李小龙', '王桂英', '阿明'].toSorted(zh.compare)).toEqual([
    '阿明',
    '李小龙',
    '王桂英',
    '张三',
  ])
})

test('ages are said in each language', () => {
  expect([zh, en, ru].map((formats) => formats.age('2015-03-02'))).toEqual([
    '11 岁',
    '11 years old',
    '11 лет',
  ])
})

test('labels in one sentence begin small after the first, acronyms aside', () => {
  expect(en.phrases(['Home visit', 'Case work', 'GAS review'])).toBe('Home visit, case work, and GAS review')
  expect(ru.phrases(['Каждая цель обсуждена', 'О завершении сказано'])).toBe(
    'Каждая цель обсуждена и о завершении сказано',
  )
})

test.each(languages)('in %s lists are written as the browser would', (language) => {
  const { list } = formatsIn(language, today)
  const theirs = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })
  const items = ['{a}', '$& b', 'c', 'd']
  for (const count of [0, 1, 2, 3, 4]) {
    const some = items.slice(0, count)
    expect(list(some)).toBe(theirs.format(some))
  }
})

const everyDay = Array.from({ length: 800 }, (_, place) =>
  new Date(Date.UTC(2025, 0, 1 + place)).toISOString().slice(0, 10),
)

test.each(languages)('in %s days and moments are written as the browser would', (language) => {
  const ours = formatsIn(language, today)
  const theirs = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, options)
    return (moment: string) => format.format(new Date(moment))
  }
  const date = theirs({ dateStyle: 'long', timeZone: 'UTC' })
  const shortDate = theirs({ month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' })
  const month = theirs({ year: 'numeric', month: 'long', timeZone: 'UTC' })
  const moment = theirs({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
  const time = theirs({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [place, day] of everyDay.entries()) {
    const at = `${day}T${String(place % 24).padStart(2, '0')}:${String(place % 60).padStart(2, '0')}:00Z`
    expect([ours.date(day), ours.shortDate(day), ours.month(day.slice(0, 7))]).toEqual([
      date(day),
      shortDate(day),
      month(day),
    ])
    expect([ours.moment(at), ours.time(at)]).toEqual([moment(at), time(at)])
    expect(ours.relativeDay(day)).toBe(relative.format(daysBetween(today(), day), 'day'))
  }
})

test.each(languages)('in %s numbers and their plurals are those of the browser', (language) => {
  const [numbers, plurals] = [new Intl.NumberFormat(language), new Intl.PluralRules(language)]
  for (const number of [...Array(1200).keys(), -1, -21, 0.5, 1.5, 12_345, 1_000_021]) {
    expect(numberIn(number, language)).toBe(numbers.format(number))
    expect([number, pluralIn(number, language)]).toEqual([number, plurals.select(number)])
  }
})
