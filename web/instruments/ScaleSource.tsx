import { translationStatus } from '#contract/codes/index.ts'
import { type Instrument, ownInstrument } from '#contract/instruments.ts'
import type { Language } from '#contract/language.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { scaleWords } from './scales.words.ts'

/** By whose leave it is used, and where it comes from. */
export function ScaleSource({ instrument, language }: { instrument: Instrument; language: Language }) {
  const t = useWords(scaleWords)
  const label = useLabel()
  return (
    <p className="scale-source">
      {t('screening')} {t('licence')}: <span lang="en">{instrument.licence}</span> {t('citation')}:{' '}
      {instrument.citation === ownInstrument ? t('ownSource') : <span lang="en">{instrument.citation}</span>}{' '}
      {label(translationStatus, instrument.translations[language])}.
    </p>
  )
}
