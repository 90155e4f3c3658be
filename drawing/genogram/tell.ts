import type { Language } from '#contract/language.ts'
import { type PartialDate, yearOf } from '../partial-date.ts'
import { childWords, markWords, pictureWords, symbolWords, tieWords, unionWords } from './genogram.words.ts'
import { barWords } from './measures.ts'
import type { Genogram, Person } from './model.ts'

/** What the picture shows, in words: a heading, and a line for each person, couple, tie and household. */
export type Told = readonly Readonly<{ heading: string; lines: readonly string[] }>[]

/** Tells a genogram to whoever does not see it. `nameOf` gives the names as the picture writes them. */
export function tellGenogram(
  { persons, unions, childLinks, ties, households }: Genogram,
  language: Language,
  nameOf: (id: string) => string,
  ageOf: (id: string) => string,
): Told {
  const named = (id: string) => nameOf(id) || pictureWords.nameless[language]
  const couple = (union: string) => {
    const found = unions.find(({ id }) => id === union)
    return [found?.partnerA, found?.partnerB]
      .flatMap((id) => (id === undefined || id === null ? [] : [named(id)]))
      .join(` ${pictureWords.and[language]} `)
  }
  const parentsOf = (id: string) =>
    childLinks
      .filter(({ child }) => child === id)
      .map(({ union, kind }) => {
        const manner = kind === 'biological' ? '' : ` (${childWords[kind][language]})`
        return `${pictureWords.parents[language]}: ${couple(union)}${manner}`
      })
  const parts: Told = [
    {
      heading: pictureWords.people[language],
      lines: persons.map((person) =>
        [named(person.id), ...factsOf(person, language, ageOf(person.id)), ...parentsOf(person.id)].join(
          ', ',
        ),
      ),
    },
    {
      heading: pictureWords.couples[language],
      lines: unions
        .filter(({ partnerB }) => partnerB !== null)
        .map((union) =>
          [
            couple(union.id),
            unionWords[union.type][language],
            ...(union.separated ? [symbolWords.separated[language]] : []),
            ...(union.divorced ? [symbolWords.divorced[language]] : []),
            ...(union.reunited ? [symbolWords.reunited[language]] : []),
            barWords(union),
          ]
            .filter((word) => word !== '')
            .join(', '),
        ),
    },
    {
      heading: pictureWords.ties[language],
      lines: ties.map(({ a, b, kind }) => `${named(a)} → ${named(b)}: ${tieWords[kind][language]}`),
    },
    {
      heading: pictureWords.households[language],
      lines: households.map(({ members, label }) =>
        [label, members.map(named).join(', ')].filter((word) => word !== '').join(': '),
      ),
    },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

function factsOf(person: Person, language: Language, age: string): string[] {
  const year = (date: PartialDate | null, word: string) => (date === null ? [] : [`${word} ${yearOf(date)}`])
  const loss = {
    living: null,
    deceased: 'deceased',
    stillborn: 'stillborn',
    miscarriage: 'miscarriage',
    abortion: 'abortion',
    pregnancy: 'pregnancy',
  } as const
  const state = loss[person.status]
  return [
    ...(person.pet
      ? [symbolWords.pet[language]]
      : person.status === 'living' || person.status === 'deceased'
        ? [symbolWords[person.identity ?? person.sex][language]]
        : []),
    ...(person.index ? [symbolWords.index[language]] : []),
    ...year(person.birth, pictureWords.born[language]),
    ...(age === '' ? [] : [`${age} ${pictureWords.aged[language]}`]),
    ...(state === null ? [] : [symbolWords[state][language]]),
    ...year(person.death, pictureWords.died[language]),
    ...person.marks.map((mark) => markWords[mark][language]),
  ]
}
