import { useMutation, useQueryClient } from '@tanstack/react-query'
import { informant, scaleWay, translationStatus } from '#contract/codes/index.ts'
import type { Instrument, InstrumentAnswers } from '#contract/instruments.ts'
import type { Language } from '#contract/language.ts'
import type { RecordScale } from '#contract/scales.ts'
import { useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, DateField, Notice, Section, Sheet, todayHere } from '#web/ui/index.ts'
import { PrintedScale } from './PrintedScale.tsx'
import { recordScale, scalesKey } from './scales.api.ts'
import { ScaleItems } from './ScaleItems.tsx'
import { ScaleSource } from './ScaleSource.tsx'
import { scaleWords } from './scales.words.ts'
import { inWords, languageNames, languagesOf } from './wording.ts'

type GiveScaleProps = { caseId: string; instrument: Instrument; onDone: () => void }
type Written = Omit<RecordScale, 'instrument' | 'instrumentVersion'>

/** One scale, answered together on screen or entered from paper; what it comes to is told once it is saved. */
export function GiveScale({ caseId, instrument, onDone }: GiveScaleProps) {
  const t = useWords(scaleWords)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const typed = useTyped(`scale/${caseId}/${instrument.id}`, () => beginning(instrument, language))
  const { value: written, change } = typed
  const saving = useMutation({
    mutationFn: () =>
      recordScale(caseId, {
        ...written,
        instrument: instrument.id,
        instrumentVersion: instrument.version,
      }),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: scalesKey(caseId) })
      await queries.invalidateQueries({ queryKey: ['today'] })
      onDone()
    },
  })
  const left = missingIn(instrument, written.answers)
  return (
    <Section title={inWords(instrument.titles, written.language)}>
      <Sheet
        label={inWords(instrument.titles, written.language)}
        onSubmit={() => saving.mutate()}
        actions={
          <>
            <Button type="submit" look="main" busy={saving.isPending}>
              {t('save')}
            </Button>
            <Button onClick={() => window.print()}>{t('print')}</Button>
            <Button look="quiet" onClick={onDone}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TypedBefore typed={typed} />
        <HowFields instrument={instrument} written={written} change={change} />
        <p className="scale-instruction">{inWords(instrument.instruction, written.language)}</p>
        <ScaleItems
          instrument={instrument}
          language={written.language}
          answers={written.answers}
          onChange={(answers) => change({ answers })}
        />
        {left > 0 && <p>{t('notAnswered', { count: left })}</p>}
        <ScaleSource instrument={instrument} language={written.language} />
        <RefusalNote error={saving.error} />
      </Sheet>
      <PrintedScale instrument={instrument} language={written.language} />
    </Section>
  )
}

function beginning(instrument: Instrument, language: Language): Written {
  const [first = 'en'] = languagesOf(instrument)
  return {
    id: crypto.randomUUID(),
    informant: instrument.informants[0] ?? 'self',
    way: 'screen',
    language: languagesOf(instrument).includes(language) ? language : first,
    answeredOn: todayHere(),
    answers: {},
  }
}

const missingIn = ({ items }: Instrument, answers: InstrumentAnswers) =>
  items.filter(({ id, kind, optional }) => kind !== 'text' && !optional && answers[id] === undefined).length

type HowProps = { instrument: Instrument; written: Written; change: (part: Partial<Written>) => void }

/** Who answers, how, when, and in which language. */
function HowFields({ instrument, written, change }: HowProps) {
  const t = useWords(scaleWords)
  const label = useLabel()
  const ways = ['screen', 'paper'] as const
  return (
    <div className="scale-how">
      <ChoiceField
        label={t('who')}
        choices={instrument.informants.map((value) => ({ value, label: label(informant, value) }))}
        value={written.informant}
        onChange={(value) => change({ informant: value })}
      />
      <ChoiceField
        label={t('way')}
        choices={ways.map((value) => ({ value, label: label(scaleWay, value) }))}
        value={written.way === 'client' ? 'screen' : written.way}
        onChange={(way) => change({ way })}
      />
      <ChoiceField
        label={t('language')}
        choices={languagesOf(instrument).map((value) => ({ value, label: languageNames[value] }))}
        value={written.language}
        onChange={(language) => change({ language })}
      />
      <DateField
        label={t('answeredOn')}
        value={written.answeredOn}
        onChange={(day) => change({ answeredOn: day ?? todayHere() })}
      />
      {instrument.translations[written.language] === 'unvalidated' && (
        <Notice tone="warn" title={label(translationStatus, 'unvalidated')}>
          <p>{t('unvalidated')}</p>
        </Notice>
      )}
    </div>
  )
}
