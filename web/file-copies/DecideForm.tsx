import { useMutation } from '@tanstack/react-query'
import { filePart, leavingOutGround } from '#contract/codes/index.ts'
import type { DecideFileCopy, FileCopyView, PartThere } from '#contract/file-copies.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  ChoiceField,
  LongTextField,
  RowsField,
  type RowTools,
  Section,
  Sheet,
  Table,
} from '#web/ui/index.ts'
import { beginning, type Deciding, decisionFrom, type OutRow } from './deciding.ts'
import { decideOnCopy } from './file-copies.api.ts'
import { copyFormWords } from './forms.words.ts'
import { useAfterCopy } from './useAfterCopy.ts'

type DecideFormProps = { copy: FileCopyView; parts: readonly PartThere[]; onDone: () => void }

/** Decides what a copy leaves out and why, or that none is given. */
export function DecideForm({ copy, parts, onDone }: DecideFormProps) {
  const t = useWords(copyFormWords)
  const typed = useTyped<Deciding>(
    `file-copy-decision/${copy.id}`,
    () => beginning(copy, t('othersReason')),
    copy.version,
  )
  const refresh = useAfterCopy(copy.caseId)
  const saving = useMutation({
    mutationFn: (body: DecideFileCopy) => decideOnCopy({ ...copy, version: typed.version }, body),
    onSuccess: async () => {
      typed.forget()
      await refresh()
      onDone()
    },
  })
  const whole = decisionFrom(typed.value)
  return (
    <Section title={t('deciding')} lead={t('decidingLead')}>
      <PartsThere parts={parts} />
      <Sheet
        label={t('deciding')}
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
        <DecideFields typed={typed} parts={parts} error={saving.error} />
        <RefusalNote
          error={saving.error}
          labels={{ parts: t('out'), records: t('out'), refusal: t('refusal') }}
        />
      </Sheet>
    </Section>
  )
}

function PartsThere({ parts }: { parts: readonly PartThere[] }) {
  const t = useWords(copyFormWords)
  const label = useLabel()
  return (
    <Table
      caption={t('there')}
      captionShown
      columns={[
        { key: 'part', header: t('part'), cell: ({ part }) => label(filePart, part) },
        { key: 'count', header: t('count'), numeric: true, cell: ({ count }) => count },
      ]}
      rows={parts}
      rowKey={({ part }) => part}
    />
  )
}

type FieldsProps = { typed: Typed<Deciding>; parts: readonly PartThere[]; error: Error | null }

function DecideFields({ typed: { value, change }, parts, error }: FieldsProps) {
  const t = useWords(copyFormWords)
  const errorOf = useRefusedFields(error)
  return (
    <>
      <ChoiceField
        label={t('decision')}
        choices={[
          { value: 'give', label: t('give') },
          { value: 'refuse', label: t('refuse') },
        ]}
        value={value.give ? 'give' : 'refuse'}
        onChange={(chosen) => change({ give: chosen === 'give' })}
      />
      {value.give ? (
        <RowsField
          id="parts"
          label={t('out')}
          value={value.out}
          onChange={(out) => change({ out })}
          newRow={(): OutRow => ({ what: null, ground: null, reason: '' })}
          addLabel={t('addOut')}
          error={errorOf('parts')}
        >
          {(tools) => <OutFields tools={tools} parts={parts} />}
        </RowsField>
      ) : (
        <LongTextField
          id="refusal"
          label={t('refusal')}
          hint={t('refusalHint')}
          required
          value={value.refusal}
          onChange={(refusal) => change({ refusal })}
          error={errorOf('refusal')}
        />
      )}
    </>
  )
}

function OutFields({ tools: { row, set }, parts }: { tools: RowTools<OutRow>; parts: readonly PartThere[] }) {
  const t = useWords(copyFormWords)
  const label = useLabel()
  const formats = useFormats()
  const grounds = useChoices(leavingOutGround)
  const things = [
    ...filePart.codes.map((part) => ({ value: part as string, label: label(filePart, part) })),
    ...parts.flatMap(({ part, records }) =>
      records.map(({ id, on, name }) => ({
        value: id,
        label: t('recordOf', { part: name || label(filePart, part), date: formats.date(on) }),
      })),
    ),
  ]
  return (
    <>
      <ChoiceField
        label={t('what')}
        shape="list"
        required
        choices={things}
        value={row.what}
        onChange={set('what')}
      />
      <ChoiceField
        label={t('ground')}
        shape="list"
        required
        choices={grounds}
        value={row.ground}
        onChange={set('ground')}
      />
      <LongTextField
        label={t('reason')}
        hint={t('reasonHint')}
        required
        value={row.reason}
        onChange={set('reason')}
      />
    </>
  )
}
