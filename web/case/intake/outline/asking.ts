import type { OutlineSheet, OutlineView } from '#contract/case/interview-outlines.ts'
import type { InterviewSheet } from '#contract/case/interview.ts'
import { type Language, languages } from '#contract/language.ts'

type Words = OutlineSheet['title']

/** The words in a language; where nothing was written in it, those of the first language that says something. */
export const inLanguage = (words: Words, language: Language): string =>
  [language, ...languages].map((each) => words[each]).find((text) => text.trim() !== '') ?? ''

/** What an interview holds of its outline. */
export type Prepared = Pick<
  InterviewSheet,
  'outlineId' | 'outlineVersion' | 'outlineTitle' | 'outlineAnswers'
>

/**
 * An interview prepared with an outline: its questions in the language of the talk, after those that were asked already or are
 * the writer's own. Nothing that was answered is lost by choosing another outline.
 * @param own which questions of the record come from no outline
 */
export function prepareWith(
  { outlineAnswers, outlineId }: Prepared,
  { id, edition, sheet }: Pick<OutlineView, 'id' | 'edition' | 'sheet'>,
  { language, own }: Readonly<{ language: Language; own: ReadonlySet<string> }>,
): Prepared {
  const isKept = ({ id: question, asked, answer }: Prepared['outlineAnswers'][number]) =>
    asked || answer.trim() !== '' || outlineId === null || own.has(question)
  const kept = outlineAnswers.filter(isKept)
  const known = new Set(kept.map(({ id: question }) => question))
  const added = sheet.questions
    .filter((question) => !known.has(question.id))
    .map((question) => ({
      id: question.id,
      question: inLanguage(question.words, language),
      asked: false,
      answer: '',
    }))
  return {
    outlineId: id,
    outlineVersion: edition,
    outlineTitle: inLanguage(sheet.title, language),
    outlineAnswers: [...kept, ...added].slice(0, 60),
  }
}
