import { useMutation, useQueryClient } from '@tanstack/react-query'
import { alertDecision, type AlertDecision } from '#contract/codes/index.ts'
import type { Instrument } from '#contract/instruments.ts'
import type { ScaleView } from '#contract/scales.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LongTextField, Notice } from '#web/ui/index.ts'
import { decideAlert, scalesKey } from './scales.api.ts'
import { scaleWords } from './scales.words.ts'
import { inWords } from './wording.ts'

type DecideAlertProps = { scale: ScaleView; instruments: readonly Instrument[] }

/** What the answers told of, on top of the page and without a way to put it aside: it goes when somebody decides. */
export function DecideAlert({ scale, instruments }: DecideAlertProps) {
  const t = useWords(scaleWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const instrument = instruments.find(({ id }) => id === scale.instrument)
  const alerts = scale.emergencies.flatMap((alert) => instrument?.alerts.find(({ id }) => id === alert) ?? [])
  return (
    <Notice tone="danger" title={t('dangerTitle')}>
      <p>
        {instrument && inWords(instrument.titles, language)}, {formats.date(scale.answeredOn)}
      </p>
      {scale.masked ? (
        <p>{t('masked')}</p>
      ) : (
        <ul>
          {alerts.map(({ id, words }) => (
            <li key={id}>{inWords(words, language)}</li>
          ))}
        </ul>
      )}
      <p>{t('dangerLead')}</p>
      {scale.abilities.decide === 'yes' ? <Decide scale={scale} /> : <p>{t('notYours')}</p>}
    </Notice>
  )
}

function Decide({ scale }: { scale: ScaleView }) {
  const t = useWords(scaleWords)
  const label = useLabel()
  const queries = useQueryClient()
  const typed = useTyped(`alert/${scale.id}`, () => ({ decision: null as AlertDecision | null, note: '' }))
  const { decision, note } = typed.value
  const deciding = useMutation({
    mutationFn: async () => {
      if (decision) await decideAlert(scale, { decision, note })
    },
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: scalesKey(scale.caseId) })
      await queries.invalidateQueries({ queryKey: ['today'] })
    },
  })
  return (
    <>
      <TypedBefore typed={typed} />
      <ChoiceField
        label={t('decision')}
        required
        choices={alertDecision.codes.map((value) => ({ value, label: label(alertDecision, value) }))}
        value={decision}
        onChange={(value) => typed.change({ decision: value })}
      />
      <LongTextField
        label={t('note')}
        required
        value={note}
        onChange={(text) => typed.change({ note: text })}
      />
      <RefusalNote error={deciding.error} />
      <Button
        look="danger"
        busy={deciding.isPending}
        disabled={decision === null || note.trim() === ''}
        onClick={() => deciding.mutate()}
      >
        {t('decide')}
      </Button>
    </>
  )
}
