import type { Attendee, InterviewSheet } from '#contract/case/interview.ts'
import {
  attendeePart,
  contactMode,
  interviewSkill,
  type InterviewTask,
  interviewTask,
  nextStep,
} from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { type Fact, useUiWords } from '#web/ui/index.ts'
import { interviewWords } from './interview.words.ts'
import { useInterviewLabels } from './useInterviewLabels.ts'

/** A rating with the scale it stands on, or nothing. */
const ratingInWords = (rating: number | null) => (rating === null ? '' : `${rating} / 5`)

/** Puts one field of a record into words: `factOf(sheet, 'place')`. */
export function useInterviewFacts(): (sheet: InterviewSheet, field: keyof InterviewSheet) => Fact {
  const t = useWords(interviewWords)
  const labels = useInterviewLabels()
  const label = useLabel()
  const formats = useFormats()
  const ui = useUiWords()
  const tasks = (list: readonly InterviewTask[]) =>
    formats.phrases(list.map((task) => label(interviewTask, task)))
  const attendee = ({ name, part, relation }: Attendee) => {
    const more = [part === null ? '' : label(attendeePart, part), relation].filter((text) => text !== '')
    return more.length === 0 ? name : t('attendee', { name, more: formats.phrases(more) })
  }
  const inWords = (sheet: InterviewSheet): Partial<Record<keyof InterviewSheet, string>> => ({
    mode: sheet.mode === null ? '' : label(contactMode, sheet.mode),
    emotionBefore: ratingInWords(sheet.emotionBefore),
    emotionAfter: ratingInWords(sheet.emotionAfter),
    observedBefore: ratingInWords(sheet.observedBefore),
    observedAfter: ratingInWords(sheet.observedAfter),
    attendees: formats.phrases(sheet.attendees.map(attendee)),
    skillsUsed: formats.phrases(sheet.skillsUsed.map((code) => label(interviewSkill, code))),
    nextStep: sheet.nextStep === null ? '' : label(nextStep, sheet.nextStep),
    nextAt: sheet.nextAt === null ? '' : formats.moment(sheet.nextAt),
    tasksDone: tasks(sheet.tasksDone),
    tasksLeft: tasks(sheet.tasksLeft),
    taskNotes: formats.phrases(sheet.taskNotes.map(({ note }) => note)),
    outlineAnswers: formats.phrases(
      sheet.outlineAnswers.map(({ question, answer }) => `${question} ${answer}`),
    ),
  })
  return (sheet, field) => {
    const value = sheet[field]
    const said = typeof value === 'boolean' ? (value ? ui.yes : ui.no) : plainly(value)
    const name = field === 'tasksDone' ? t('done') : field === 'tasksLeft' ? t('left') : labels[field]
    return { label: name, value: inWords(sheet)[field] ?? said }
  }
}

const plainly = (value: InterviewSheet[keyof InterviewSheet]) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
