import type { Value } from './values.ts'

/** Where an expression is asked, and what it can see from there. */
export type Context = Readonly<{
  /** The answer that it is about: `.` */
  self: string
  /** The answers of a question by name: one, or one of each round of a repeat. */
  look: (name: string) => readonly string[]
  /** A column of the choice that is being filtered, or null outside a filter. */
  column: ((name: string) => string) | null
  /** Which round of its repeat this is, from 1. */
  position: number
  /** A context for each round of a repeat, or null when the name is none of a repeat. */
  rounds: (name: string) => readonly Context[] | null
  /** The choices of a list, as contexts whose columns they are. */
  choices: (list: string) => readonly Context[]
  /** The label of a choice of a question, in the language that is read. */
  choiceLabel: (question: string, value: string) => string
  /** The local moment, `2026-03-09T14:30:00`. */
  now: string
  /** A text nobody can guess, for `uuid()`. */
  newId: () => string
  /** A number from 0 to below 1. */
  chance: () => number
}>

/** A function of XPath or XLSForm on what its arguments come to. */
export type Called = (given: readonly Value[], context: Context) => Value
