import { InterviewSheet } from '#contract/case/interview.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { interviewWords } from './interview.words.ts'

/** The labels of the record, by field: each field has the word of its own name. */
export function useInterviewLabels(): Record<keyof InterviewSheet, string> {
  const t = useWords(interviewWords)
  const fields = InterviewSheet.keyof().options
  return Object.fromEntries(fields.map((field) => [field, t(field)])) as Record<keyof InterviewSheet, string>
}
