import type { Instrument, InstrumentItem } from '#contract/instruments.ts'
import type { Language } from '#contract/language.ts'
import { InLanguage } from '#web/app/LanguageContext.tsx'
import { wordsIn } from '#web/app/words.ts'
import { ScaleSource } from './ScaleSource.tsx'
import { scaleWords } from './scales.words.ts'
import { inWords } from './wording.ts'

/** The blank sheet, on paper only, in the language of whoever fills it in. */
export function PrintedScale({ instrument, language }: { instrument: Instrument; language: Language }) {
  const t = wordsIn(scaleWords, language)
  return (
    <section className="scale-paper" lang={language} aria-hidden="true">
      <p className="scale-paper-title">{inWords(instrument.titles, language)}</p>
      <p>{t('nameLine')}</p>
      <p>{inWords(instrument.instruction, language)}</p>
      <ol>
        {instrument.items.map((item) => (
          <li key={item.id}>
            {inWords(item.words, language)}
            <Boxes instrument={instrument} item={item} language={language} />
          </li>
        ))}
      </ol>
      <InLanguage language={language}>
        <ScaleSource instrument={instrument} language={language} />
      </InLanguage>
    </section>
  )
}

type BoxesProps = { instrument: Instrument; item: InstrumentItem; language: Language }

function Boxes({ instrument, item, language }: BoxesProps) {
  if (item.kind === 'text') return <p>____________________________________________</p>
  const options =
    item.kind === 'count'
      ? [...item.choices.map(({ words }) => words), item.none]
      : (instrument.options[item.options] ?? []).map(({ words }) => words)
  const line = options.map((words) => `☐ ${inWords(words, language)}`).join('   ')
  if (item.kind !== 'parts') return <p>{line}</p>
  return item.parts.map(({ id, words }) => (
    <p key={id}>
      {inWords(words, language)}: {line}
    </p>
  ))
}
