import type { ListAsked } from './asked.ts'

const outlines = '/api/interview-outlines'
const wordless = { 'zh-CN': '', en: '', ru: '' }

/** Outlines of interviews: they speak of no case. A new one says nothing in any language, and is refused for that. */
export const aboutOutlines = (stranger: string): readonly ListAsked[] => {
  const sheet = {
    title: wordless,
    purpose: wordless,
    use: 'first-interview',
    clientGroups: [],
    questions: [{ id: stranger, words: wordless }],
  }
  const absent = (method: string, noun: string, operation: string, payload?: object): ListAsked => ({
    method,
    address: `${outlines}/${stranger}${noun}`,
    url: `${outlines}/:outlineId${noun}`,
    operation,
    shows: null,
    absent: true,
    ...(payload ? { payload } : {}),
  })
  return [
    { method: 'GET', address: outlines, operation: 'outline.read', shows: () => false },
    {
      method: 'POST',
      address: outlines,
      payload: { id: stranger, sheet },
      operation: 'outline.write',
      shows: null,
      writes: true,
    },
    absent('GET', '', 'outline.read'),
    absent('PUT', '', 'outline.write', sheet),
    absent('PUT', '/retirement', 'outline.write', { retired: true }),
  ]
}
