import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { QuestionnaireView } from '#contract/questionnaires/kept.ts'
import { Questionnaire } from '#contract/questionnaires/index.ts'
import { resultsIn } from '#server/instruments/questionnaires/results.view.ts'
import { markupIn, wordsOf } from './markup.tsx'
import { resultsQuery } from '#web/instruments/questionnaires/questionnaires.api.ts'
import { Results } from '#web/instruments/questionnaires/Results.tsx'

/** A version of a questionnaire of one question, with these answers to choose from. */
const edition = (number: number, choices: readonly string[]) => ({
  number,
  sheet: Questionnaire.parse({
    title: 'Reading room',
    languages: ['en'],
    defaultLanguage: 'en',
    lists: { often: choices.map((name) => ({ name, label: { en: name.toUpperCase() } })) },
    nodes: [
      { kind: 'question', type: 'select-one', name: 'comes', list: 'often', label: { en: 'Do you come?' } },
    ],
  }),
})

test('the bars of a question are as long as the shares of its answers, over two versions', () => {
  const editions = [edition(1, ['yes', 'no']), edition(2, ['yes', 'no', 'seldom'])]
  const given = [
    [1, 'yes'],
    [1, 'yes'],
    [1, 'no'],
    [2, 'yes'],
    [2, 'yes'],
    [2, 'seldom'],
    [2, 'seldom'],
    [2, 'yes'],
  ] as const
  const rows = given.map(([questionnaireVersion, comes], at) => ({
    id: `a${at}`,
    caseId: `c${at}`,
    caseNumber: `N-${at}`,
    questionnaireVersion,
    way: 'paper',
    answeredOn: '2026-03-01',
    recordedOn: '2026-03-01',
    answers: { comes } as never,
  }))
  const client = new QueryClient()
  const { queryKey } = resultsQuery('q', '', 'en')
  client.setQueryData(queryKey, {
    title: 'Reading room',
    withheld: 0,
    ...resultsIn(editions, rows, { by: undefined, language: 'en' }),
  })
  const view = { id: 'q', abilities: { export: 'not-you' } } as unknown as QuestionnaireView
  const markup = markupIn(
    'en',
    <QueryClientProvider client={client}>
      <Results view={view} />
    </QueryClientProvider>,
  )
  client.clear()
  const lines = markup.split('<tr').flatMap((line) => {
    const [, bar] = /<rect width="([^"]*)"/u.exec(line) ?? []
    const words = wordsOf(line)
      .replace(/^[^>]*>/u, '')
      .trim()
      .split(/\n+/u)
      .join(' ')
    return bar === undefined ? [] : [{ words, bar }]
  })
  expect(lines).toEqual([
    { words: 'YES 5 62.5 %', bar: '62.5' },
    { words: 'NO 1 12.5 %', bar: '12.5' },
    { words: 'SELDOM 2 25 %', bar: '25' },
  ])
})
