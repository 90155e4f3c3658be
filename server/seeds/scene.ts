import type { Operation, Transaction } from '#server/access/index.ts'
import type { Language } from '#contract/language.ts'
import type { DemoAgency } from './agencies.ts'
import type { Calendar } from './calendar.ts'
import { demoId } from './demo-id.ts'
import { caseOfInquiry } from './demo.repository.ts'
import type { Story, StoryDay } from './story.ts'

/** One act of one worker at its moment. Its name tells it from all others, so that no act is ever done twice. */
export type Act = Readonly<{
  name: string
  by: string
  at: Date
  operation: Operation
  does: (tx: Transaction) => Promise<unknown>
}>

/** Where a story is told: its clock goes forward only, and every act takes some minutes of it. */
export type Scene = Readonly<{
  story: Story
  language: Language
  calendar: Calendar
  id: (...words: readonly string[]) => string
  /** Goes to a day; the hour is that story's own. */
  go: (day: StoryDay) => Date
  pass: (minutes: number) => Date
  act: (what: string, operation: Operation, does: Act['does'], by?: string) => void
  caseId: (tx: Transaction) => Promise<string>
  /** The name of a worker, by their key. */
  nameOf: (worker: string) => string
  /** The site at which the case of this story is opened; null where it is opened at none. */
  siteId: string | null
  acts: readonly Act[]
}>

const minutesOfAnAct = 6
const hoursOfMorning = 5

/** Sets the scene for one story. @throws when the story goes back in time */
export function sceneFor(
  story: Story,
  { key: agency, language, workers }: DemoAgency,
  calendar: Calendar,
): Scene {
  const acts: Act[] = []
  let known: string | undefined
  const clock = clockOf(story.key, calendar)
  const id = (...words: readonly string[]) => demoId(story.key, ...words)
  return {
    siteId: story.site === undefined ? null : demoId(agency, story.site),
    story,
    language,
    calendar,
    id,
    go: clock.go,
    pass: clock.pass,
    acts,
    act: (what, operation, does, by = story.by) => {
      acts.push({ name: `${story.key}: ${what}`, by, at: clock.now(), operation, does })
      clock.pass(minutesOfAnAct)
    },
    nameOf: (worker) => workers.find(({ key }) => key === worker)?.name ?? '',
    caseId: async (tx) => (known ??= await caseOfInquiry(tx, id('inquiry'))),
  }
}

function clockOf(key: string, calendar: Calendar) {
  let at: { day: StoryDay; minute: number } | null = null
  const now = () => (at ? calendar.moment(at.day, at.minute) : new Date(Number.NaN))
  return {
    now,
    go: (day: StoryDay) => {
      if (at && day < at.day)
        throw new Error(`The story of ${key} goes back in time, from ${at.day} to ${day}.`)
      if (!at || day > at.day) at = { day, minute: firstMinute(key, day) }
      return now()
    },
    pass: (minutes: number) => {
      if (at) at = { day: at.day, minute: at.minute + minutes }
      return now()
    },
  }
}

/** Not everything happens at nine: between nine and two, another minute for every story and day. */
const firstMinute = (key: string, day: StoryDay) =>
  Number.parseInt(demoId(key, String(day)).slice(0, 6), 16) % (hoursOfMorning * 60)
