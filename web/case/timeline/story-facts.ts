import type { StoryEntry } from '#contract/case/timeline.ts'
import {
  appointmentKind,
  alertDecision,
  assessmentKind,
  closingReason,
  type CodeList,
  collectionContactKind,
  confidentiality,
  confirmationWay,
  confirmer,
  consentPurpose,
  contactChannel,
  evaluationKind,
  exceptionGround,
  gainsMaintained,
  intakeDecision,
  referralReason,
  referralState,
  stage,
  standardOf,
} from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import { type CodesVersion, wordOn } from '#contract/settings/index.ts'
import { whenOf } from '#web/app/code-words.tsx'
import type { Formats } from '#web/app/formats.ts'
import { wordsIn, type Say } from '#web/app/words.ts'
import { todayHere } from '#web/ui/index.ts'
import { storyLineWords } from './story-line.words.ts'
import { storyWords } from './story.words.ts'

type Words = Say<(typeof storyWords)['languages']['zh-CN']>
type Facts = StoryEntry['facts']

/** The lists in which a fact of that name is a code. */
const lists = {
  appointment: [appointmentKind],
  channel: [contactChannel],
  contact: [collectionContactKind],
  decision: [intakeDecision, alertDecision],
  stage: [stage],
  kind: [assessmentKind, evaluationKind],
  givenAs: [confirmer],
  way: [confirmationWay],
  reason: [closingReason],
  maintained: [gainsMaintained],
  confidentiality: [confidentiality],
  purpose: [consentPurpose],
  ground: [exceptionGround],
  referralReason: [referralReason],
  referralState: [referralState],
} as const

type Listed = keyof typeof lists

/** The word for a code under a fact's name, or null when the name holds no code or another one. */
function codeWord(name: Listed, value: unknown, { language, versions = [] }: Speech, at: string) {
  if (typeof value !== 'string') return null
  const all: readonly CodeList<string>[] = lists[name].map((list) => list as unknown as CodeList<string>)
  const list = all.find(({ codes }) => codes.includes(standardOf<string>(value)))
  return list ? wordOn(versions, list, value, { language, ...whenOf(at) }) : null
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Facts that are said in words of their own; null says nothing. `day` is the day under which the line stands. */
function spoken(facts: Facts, day: string, t: Words, formats: Formats): (string | null)[] {
  const {
    emergency,
    agrees,
    late,
    edition,
    ordinal,
    number,
    form,
    from,
    to,
    on,
    doneOn,
    score,
    t: tScore,
    reached,
    keepUntil,
    wholeAgency,
  } = facts
  return [
    emergency === undefined ? null : emergency ? t('danger') : t('noDanger'),
    agrees === undefined ? null : agrees ? t('agreed') : t('correctedIt'),
    typeof number === 'string' ? number : null,
    typeof edition === 'number' ? t('edition', { number: edition }) : null,
    typeof ordinal === 'number' ? t('ordinal', { number: ordinal }) : null,
    isDay(from) && isDay(to) ? t('fromTo', { from: formats.date(from), to: formats.date(to) }) : null,
    isDay(on) ? formats.date(on) : null,
    isDay(doneOn) && doneOn !== day ? t('doneOn', { date: formats.date(doneOn) }) : null,
    typeof score === 'number' ? t('score', { score }) : null,
    typeof tScore === 'number' ? t('tScore', { score: tScore }) : null,
    typeof form === 'string' ? form : null,
    late === true ? t('late') : null,
    reached === undefined ? null : reached ? t('reached') : t('notReached'),
    isDay(keepUntil) ? t('keptUntil', { date: formats.date(keepUntil) }) : null,
    wholeAgency === true ? t('wholeAgency') : null,
  ]
}

/** `versions` are the agency's own words for codes. */
type Speech = { formats: Formats; language: Language; versions?: readonly CodesVersion[] }

/**
 * One line of a story as a sentence: what happened, and its facts in words. Ids and unknown facts stay unsaid, and so
 * does a date under which the line stands anyway.
 */
export function sentenceOf(
  { what, facts, at }: Pick<StoryEntry, 'what' | 'facts' | 'at'>,
  speech: Speech,
): string {
  const { formats, language } = speech
  const t = wordsIn(storyWords, language)
  const sentence = wordsIn(storyLineWords, language)(what)
  const names: readonly Listed[] = [
    'appointment',
    'contact',
    'stage',
    'channel',
    'decision',
    'kind',
    'givenAs',
    'way',
    'reason',
    'maintained',
    'confidentiality',
    'purpose',
    'ground',
    'referralReason',
    'referralState',
  ]
  const site = facts[{ 'zh-CN': 'siteZh', en: 'siteEn', ru: 'siteRu' }[language]]
  const coded = names.map((name) => codeWord(name, facts[name], speech, at))
  const said = [
    ...coded,
    typeof site === 'string' ? site : null,
    ...spoken(facts, todayHere(new Date(at)), t, formats),
  ].filter((word) => word !== null)
  return said.length === 0 ? sentence : t('with', { sentence, facts: said.join(' · ') })
}
