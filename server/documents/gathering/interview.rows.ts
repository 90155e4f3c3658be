import { Attendee, OutlineAnswer, TaskNote } from '#contract/case/interview.ts'
import { interviewTask } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import type { InterviewRecordFacts } from '../case-facts.ts'
import { interviewRowWords } from './contents.words.ts'
import type { interviewRows } from './stages.queries.ts'
import { codedAll, codedOrNull, moment, signedBy, textOrNull, unsigned } from './text.ts'

type Row = Awaited<ReturnType<typeof interviewRows>>[number]

/** One signed interview as form F03 shows it; `language` words what no code list holds. */
export const interviewRecordFacts = (row: Row, language: Language): InterviewRecordFacts => ({
  time: { from: moment(row.heldFrom), until: moment(row.heldUntil) },
  mode: codedOrNull('contactMode', row.mode),
  place: textOrNull(row.place),
  placeIsPrivate: row.placeIsPrivate,
  placeIsComfortable: row.placeIsComfortable,
  attendees: Attendee.array()
    .parse(row.attendees)
    .map(({ part, name, relation }) => ({
      part: codedOrNull('attendeePart', part),
      name: textOrNull(name),
      relation: textOrNull(relation),
    })),
  participants: textOrNull(row.participants),
  reasonsForHelp: textOrNull(row.reasonsForHelp),
  helpSeekingProcess: textOrNull(row.helpSeekingProcess),
  purpose: textOrNull(row.purpose),
  process: textOrNull(row.process),
  overallEvaluation: textOrNull(row.overallEvaluation),
  suggestions: textOrNull(row.suggestions),
  reactions: textOrNull(row.reactions),
  silence: textOrNull(row.silence),
  skillsUsed: codedAll('interviewSkill', row.skillsUsed),
  tasks: taskRows(row),
  expectations: textOrNull(row.expectations),
  unrealisticClarified: textOrNull(row.unrealisticClarified),
  agencyRequirements: textOrNull(row.agencyRequirements),
  jointEffortTold: row.jointEffortTold,
  clientWishes: row.clientWishesRelationship,
  emotions: emotionRows(row, language),
  observedWords: textOrNull(row.observedWords),
  emotionHandled: textOrNull(row.emotionHandled),
  outlineTitle: textOrNull(row.outlineTitle),
  outlineAnswers: OutlineAnswer.array()
    .parse(row.outlineAnswers)
    .filter(({ asked, answer }) => asked || textOrNull(answer) !== null)
    .map(({ question, asked, answer }) => ({ question, asked, answer: textOrNull(answer) })),
  preliminaryAgreement: textOrNull(row.preliminaryAgreement),
  nextStep: codedOrNull('nextStep', row.nextStep),
  nextAt: moment(row.nextAt),
  recordedAt: moment(row.signedAt),
  late: row.writtenLate,
  signatures: { ...unsigned, worker: signedBy(row.signer, row.signedAt) },
})

/** All six tasks in their order, each with what was done for it. */
function taskRows(row: Row): InterviewRecordFacts['tasks'] {
  const notes = new Map(
    TaskNote.array()
      .parse(row.taskNotes)
      .map(({ task, note }) => [task, note]),
  )
  return interviewTask.codes.map((task) => ({
    task: codedOrNull('interviewTask', task),
    done: row.tasksDone.includes(task),
    note: textOrNull(notes.get(task)),
  }))
}

/** How the client felt at the beginning and at the end: said, in words, and as the worker saw it. */
const emotionRows = (row: Row, language: Language): InterviewRecordFacts['emotions'] => [
  {
    when: interviewRowWords.before[language],
    said: row.emotionBefore,
    words: textOrNull(row.emotionWordsBefore),
    seen: row.observedBefore,
  },
  {
    when: interviewRowWords.after[language],
    said: row.emotionAfter,
    words: textOrNull(row.emotionWordsAfter),
    seen: row.observedAfter,
  },
]
