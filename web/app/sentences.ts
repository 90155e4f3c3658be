import type { Language, Wording } from '#contract/language.ts'
import { signInSentences } from '#web/access/sign-in.sentences.ts'
import { fieldSentences } from './field.sentences.ts'
import { generalSentences } from './general.sentences.ts'
import { fill } from './words.ts'

/** Those that may be needed before anything else was loaded: at the door, and when the server is away. */
let known: Readonly<Record<string, Wording>> = { ...generalSentences, ...signInSentences }

let fetching: Promise<void> | undefined

/**
 * Fetches the sentences of all modules. A refusal is thrown only when its own are there (see `api`); where they cannot be
 * fetched, the general sentence stands for those that are missing, and they are tried again with the next refusal.
 */
export function fetchSentences(): Promise<void> {
  fetching ??= import('./every-sentence.ts').then(
    ({ everySentence }) => {
      known = everySentence
    },
    () => {
      fetching = undefined
    },
  )
  return fetching
}

/** Resolves when there are sentences for these codes. */
export const sentencesFor = async (codes: readonly string[]): Promise<void> => {
  if (!codes.every((code) => code in known || code in knownForFields)) await fetchSentences()
}

const knownForFields: Readonly<Record<string, Wording>> = fieldSentences

type Facts = Readonly<Record<string, unknown>>

const sayable = (facts: Facts) =>
  Object.fromEntries(
    Object.entries(facts).filter(
      (fact): fact is [string, string | number] => typeof fact[1] === 'string' || typeof fact[1] === 'number',
    ),
  )

/** The sentence for a refusal, its facts in their places; a code from a newer server gets the general one. */
export function sentenceFor(code: string, language: Language, facts: Facts = {}): string {
  return fill((known[code] ?? generalSentences.fault)[language], sayable(facts), language)
}

/** The sentence beside a field the server refused. */
export function fieldSentenceFor(code: string, language: Language): string {
  return (knownForFields[code] ?? known[code] ?? fieldSentences.invalid)[language]
}
