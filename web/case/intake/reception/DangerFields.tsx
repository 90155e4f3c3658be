import { dangerKind } from '#contract/codes/index.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, ManyChoicesField, Notice, Section, TextField } from '#web/ui/index.ts'
import { receptionWords } from './reception.words.ts'
import type { Received } from './received.ts'

/** What a part of the desk's screen is handed. */
export type DeskPartProps = {
  received: Received
  change: (part: Partial<Received>) => void
  refused: unknown
}

/** Whether anybody's life or safety is in danger: asked first at every first contact, with its reason. */
export function DangerFields({ received, change, refused }: DeskPartProps) {
  const t = useWords(receptionWords)
  const errorOf = useRefusedFields(refused)
  const kinds = useChoices(dangerKind)
  const answer = (said: 'no' | 'yes') =>
    change({
      danger: said === 'yes',
      dangerReason: said === 'no' && received.dangerReason === '' ? t('calm') : received.dangerReason,
    })
  return (
    <Section title={t('dangerPart')}>
      <ChoiceField
        id="emergency"
        label={t('danger')}
        choices={[
          { value: 'no', label: t('no') },
          { value: 'yes', label: t('yes') },
        ]}
        required
        value={received.danger === null ? null : received.danger ? 'yes' : 'no'}
        onChange={answer}
        error={errorOf('emergency')}
      />
      {received.danger && (
        <>
          <Notice tone="danger">{t('dangerFirst')}</Notice>
          <ManyChoicesField
            id="dangerKinds"
            label={t('dangerKinds')}
            required
            choices={kinds}
            value={received.dangerKinds}
            onChange={(dangerKinds) => change({ dangerKinds })}
            error={errorOf('dangerKinds')}
          />
        </>
      )}
      {received.danger !== null && (
        <TextField
          id="reason"
          label={t('reason')}
          required
          value={received.dangerReason}
          onChange={(dangerReason) => change({ dangerReason })}
          error={errorOf('reason')}
        />
      )}
    </Section>
  )
}
