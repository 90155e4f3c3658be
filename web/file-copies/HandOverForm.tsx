import { useMutation } from '@tanstack/react-query'
import {
  confirmationWay,
  type ConfirmationWay,
  handingOverWay,
  type HandingOverWay,
} from '#contract/codes/index.ts'
import { CopyFormat, type FileCopyView, type HandOverFileCopy } from '#contract/file-copies.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  ChoiceField,
  DateField,
  LongTextField,
  ManyChoicesField,
  Section,
  Sheet,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import { handOverCopy } from './file-copies.api.ts'
import { fileCopiesWords } from './file-copies.words.ts'
import { copyFormWords } from './forms.words.ts'
import { useAfterCopy } from './useAfterCopy.ts'

type Handing = Omit<HandOverFileCopy, 'on' | 'way' | 'receipt'> & {
  on: string | null
  way: HandingOverWay | null
  receipt: ConfirmationWay | null
}
type HandOverFormProps = { copy: FileCopyView; onDone: () => void }

/** Writes down to whom a copy was handed over, when, how, and how they confirmed it. */
export function HandOverForm({ copy, onDone }: HandOverFormProps) {
  const t = useWords(copyFormWords)
  const typed = useTyped<Handing>(
    `file-copy-handing/${copy.id}`,
    () => ({
      to: copy.askerName,
      on: todayHere(),
      way: 'in-person',
      receipt: null,
      witness: '',
      formats: ['pdf'],
      note: '',
    }),
    copy.version,
  )
  const refresh = useAfterCopy(copy.caseId)
  const saving = useMutation({
    mutationFn: (body: HandOverFileCopy) => handOverCopy({ ...copy, version: typed.version }, body),
    onSuccess: async () => {
      typed.forget()
      await refresh()
      onDone()
    },
  })
  const whole = handingFrom(typed.value)
  return (
    <Section title={t('handing')}>
      <Sheet
        label={t('handing')}
        onSubmit={() => whole && saving.mutate(whole)}
        actions={
          <>
            <Button type="submit" look="main" busy={saving.isPending} disabled={whole === null}>
              {t('save')}
            </Button>
            <Button look="quiet" onClick={onDone}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TypedBefore typed={typed} />
        <HandFields typed={typed} error={saving.error} />
        <RefusalNote error={saving.error} labels={{ on: t('on'), witness: t('witness') }} />
      </Sheet>
    </Section>
  )
}

function handingFrom({ on, way, receipt, ...said }: Handing): HandOverFileCopy | null {
  if (on === null || way === null || receipt === null) return null
  if (said.to.trim() === '' || said.formats.length === 0) return null
  return { ...said, on, way, receipt, witness: receipt === 'oral-with-witness' ? said.witness : '' }
}

function HandFields({ typed: { value, change }, error }: { typed: Typed<Handing>; error: Error | null }) {
  const t = useWords(copyFormWords)
  const says = useWords(fileCopiesWords)
  const ways = useChoices(handingOverWay)
  const receipts = useChoices(confirmationWay)
  const errorOf = useRefusedFields(error)
  return (
    <>
      <TextField label={t('to')} required value={value.to} onChange={(to) => change({ to })} />
      <DateField
        id="on"
        label={t('on')}
        required
        max={todayHere()}
        value={value.on}
        onChange={(on) => change({ on })}
        error={errorOf('on')}
      />
      <ManyChoicesField
        label={t('formats')}
        required
        choices={CopyFormat.options.map((format) => ({ value: format, label: says(format) }))}
        value={value.formats}
        onChange={(formats) => change({ formats })}
      />
      <ChoiceField
        label={t('way')}
        required
        choices={ways}
        value={value.way}
        onChange={(way) => change({ way })}
      />
      <ChoiceField
        label={t('receipt')}
        required
        choices={receipts}
        value={value.receipt}
        onChange={(receipt) => change({ receipt })}
      />
      {value.receipt === 'oral-with-witness' && (
        <TextField
          id="witness"
          label={t('witness')}
          required
          value={value.witness}
          onChange={(witness) => change({ witness })}
          error={errorOf('witness')}
        />
      )}
      <LongTextField label={t('note')} value={value.note} onChange={(note) => change({ note })} />
    </>
  )
}
