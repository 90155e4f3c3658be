import type { ListAsked } from './asked.ts'
import { shippedInstruments } from '#server/instruments/shipped/index.ts'

const all = '/api/questionnaires'
const untitled = { title: ' ', languages: ['en'], defaultLanguage: 'en', lists: {}, nodes: [] }

/** Questionnaires and instruments of an agency: they speak of no case. A new one has no title, and is refused for that. */
export const aboutQuestionnaires = (stranger: string): readonly ListAsked[] => {
  const absent = (method: string, noun: string, operation: string, payload?: object): ListAsked => ({
    method,
    address: `${all}/${stranger}${noun}`,
    url: `${all}/:questionnaireId${noun.split('?')[0]?.replace('/1', '/:number') ?? ''}`,
    operation,
    shows: null,
    absent: true,
    ...(payload ? { payload } : {}),
  })
  const write = 'questionnaire.write'
  return [
    { method: 'GET', address: all, operation: 'questionnaire.read', shows: () => false },
    {
      method: 'POST',
      address: all,
      payload: { id: stranger, sheet: untitled },
      operation: write,
      shows: null,
      writes: true,
    },
    // No file: it is refused for that by whoever may bring one in.
    { method: 'POST', address: `${all}/imports`, operation: write, shows: null, writes: true },
    absent('GET', '', 'questionnaire.read'),
    absent('GET', '/editions/1', 'questionnaire.read'),
    absent('GET', '/xlsform', 'questionnaire.read'),
    absent('GET', '/results?language=en', 'questionnaire.results'),
    absent('GET', '/export?language=en&format=csv', 'questionnaire.export'),
    absent('PUT', '', write, untitled),
    absent('PUT', '/publication', write, {}),
    absent('PUT', '/retirement', write, { retired: true }),
    // What comes along is not replaced.
    {
      method: 'POST',
      address: '/api/instruments',
      payload: shippedInstruments[0] ?? {},
      operation: 'instrument.load',
      shows: null,
      writes: true,
    },
  ]
}
