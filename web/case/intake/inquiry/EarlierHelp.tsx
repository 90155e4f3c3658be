import type { HelpAttempt } from '#contract/case/intake.ts'
import { helpResult } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, RowsField, TextField, YesNoField, type RowTools } from '#web/ui/index.ts'
import { useErrorAt, useFieldErrors } from '../useFieldErrors.ts'
import type { PreliminaryPartProps } from './preliminary-part.ts'
import { preliminaryWords } from './preliminary.words.ts'

const newAttempt = (): HelpAttempt => ({
  id: crypto.randomUUID(),
  askedWhom: '',
  askedWhen: '',
  help: '',
  result: null,
})

/** Whether somebody was asked for help before; if so, whom, when and what came of it, one row each. */
export function EarlierHelp({ sheet, refused }: PreliminaryPartProps) {
  const t = useWords(preliminaryWords)
  const field = useFieldErrors(sheet, refused)
  const sought = field('soughtHelpBefore')
  const answer = (before: boolean | null) => {
    sought.onChange(before)
    if (before && sheet.value.earlierHelp.length === 0) sheet.set('earlierHelp')([newAttempt()])
    if (!before) sheet.set('earlierHelp')([])
  }
  return (
    <>
      <YesNoField label={t('soughtHelpBefore')} required {...sought} onChange={answer} />
      {sheet.value.soughtHelpBefore && (
        <RowsField<HelpAttempt>
          label={t('earlierHelp')}
          newRow={newAttempt}
          addLabel={t('addAttempt')}
          rowName={({ askedWhom }) => askedWhom}
          max={20}
          {...field('earlierHelp')}
        >
          {(row) => <AttemptFields {...row} refused={refused} />}
        </RowsField>
      )}
    </>
  )
}

function AttemptFields({ row, set, index, refused }: RowTools<HelpAttempt> & { refused: unknown }) {
  const t = useWords(preliminaryWords)
  const results = useChoices(helpResult)
  const errorAt = useErrorAt(refused)
  const path = (key: keyof HelpAttempt) => `earlierHelp.${index}.${key}`
  const at = <Key extends keyof HelpAttempt>(key: Key) => ({
    id: path(key),
    value: row[key],
    onChange: set(key),
    error: errorAt(path(key), row[key]),
  })
  return (
    <>
      <FieldRow>
        <TextField label={t('askedWhom')} required {...at('askedWhom')} />
        <TextField label={t('askedWhen')} {...at('askedWhen')} />
      </FieldRow>
      <TextField label={t('help')} {...at('help')} />
      <ChoiceField label={t('helpResult')} choices={results} required {...at('result')} />
    </>
  )
}
