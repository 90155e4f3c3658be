import type { ScreeningFlag } from '#contract/case/screening.ts'
import type { Say } from '#web/app/words.ts'
import type { screeningWords } from './screening.words.ts'

type Words = Say<(typeof screeningWords)['languages']['zh-CN']>

/** A flag as a sentence with its numbers: “12 of 12 places are taken”. `fields` writes codes of fields as a list of words. */
export function flagSentence(
  { kind, verdict, facts }: ScreeningFlag,
  t: Words,
  fields: (codes: unknown) => string,
): string {
  const {
    taken = 0,
    limit,
    ours = '',
    lives = '',
    wanted = '',
    age,
    from,
    until,
    level = 0,
    hard = 0,
  } = facts
  if (kind === 'fields') {
    if (verdict === 'unknown') return t('fieldsUnknown')
    return ours === ''
      ? t('fieldsAll', { wanted: fields(wanted) })
      : t('fieldsSaid', { wanted: fields(wanted), ours: fields(ours) })
  }
  if (kind === 'age') {
    const range = [
      from === undefined ? '' : t('fromAge', { from }),
      until === undefined ? '' : t('untilAge', { until }),
    ]
      .filter((part) => part !== '')
      .join(' ')
    if (range === '') return t('ageAll')
    return age === undefined ? t('ageUnknown', { range }) : t('ageSaid', { age, range })
  }
  if (kind === 'area') {
    if (ours === '') return t('areaAll')
    return lives === '' ? t('areaUnknown', { ours }) : t('areaSaid', { lives, ours })
  }
  if (kind === 'competence') {
    if (verdict === 'unknown') return t('competenceUnknown', { level })
    return hard === 0 ? t('competenceEasy', { level }) : t('competenceHard', { level, hard })
  }
  const said = { places: 'placesSaid', list: 'listSaid', load: 'loadSaid' } as const
  const open = { places: 'placesOpen', list: 'listOpen', load: 'loadOpen' } as const
  return limit === undefined ? t(open[kind], { taken }) : t(said[kind], { taken, limit })
}
