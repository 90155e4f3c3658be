import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  languagesOf,
  type OutlineQuestion,
  type OutlineSheet,
  type OutlineView,
} from '#contract/case/interview-outlines.ts'
import { clientGroup, outlineUse } from '#contract/codes/index.ts'
import { Language } from '#contract/language.ts'
import { useChoices, useFormats, useLanguage, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  ChoiceField,
  LongTextField,
  ManyChoicesField,
  RowsField,
  Sheet,
  TextField,
} from '#web/ui/index.ts'
import { addOutline, changeOutline, useAfterOutline } from './outline.api.ts'
import { outlineWords } from './outline.words.ts'

const nothing = { 'zh-CN': '', en: '', ru: '' }
const newQuestion = (): OutlineQuestion => ({ id: crypto.randomUUID(), words: nothing })
const newSheet = (): OutlineSheet => ({
  title: nothing,
  purpose: nothing,
  use: 'first-interview',
  clientGroups: [],
  questions: [newQuestion()],
})

type OutlineFormProps = { outline: OutlineView | null; onDone: () => void }

/** Writes an outline, one language at a time; what is saved is its next edition. */
export function OutlineForm({ outline, onDone }: OutlineFormProps) {
  const t = useWords(outlineWords)
  const typed = useTyped(
    `outline/${outline?.id ?? 'new'}`,
    () => ({ id: crypto.randomUUID(), sheet: outline?.sheet ?? newSheet() }),
    outline?.version,
  )
  const { id, sheet } = typed.value
  const after = useAfterOutline()
  const saving = useMutation({
    mutationFn: () => (outline ? changeOutline(outline, sheet) : addOutline({ id, sheet })),
    onSuccess: async () => {
      typed.forget()
      await after()
      onDone()
    },
  })
  return (
    <Sheet
      label={t(outline ? 'change' : 'add')}
      onSubmit={() => saving.mutate()}
      actions={
        <>
          <Button
            type="submit"
            look="main"
            busy={saving.isPending}
            disabled={languagesOf(sheet).length === 0}
          >
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <OutlineFields sheet={sheet} set={(part) => typed.change({ sheet: { ...sheet, ...part } })} />
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}

type FieldsProps = { sheet: OutlineSheet; set: (part: Partial<OutlineSheet>) => void }

function OutlineFields({ sheet, set }: FieldsProps) {
  const t = useWords(outlineWords)
  const { language: spoken } = useLanguage()
  const [language, show] = useState<Language>(spoken)
  const formats = useFormats()
  const uses = useChoices(outlineUse)
  const groups = useOwnChoices(clientGroup)
  const whole = languagesOf(sheet).map((each) => languageNames[each])
  return (
    <>
      <ChoiceField
        label={t('shown')}
        choices={Language.options.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={show}
      />
      {whole.length > 0 && <p>{t('whole', { languages: formats.phrases(whole) })}</p>}
      <TextField
        label={t('titleLabel')}
        required
        value={sheet.title[language]}
        onChange={(text) => set({ title: { ...sheet.title, [language]: text } })}
      />
      <LongTextField
        label={t('purposeLabel')}
        rows={2}
        value={sheet.purpose[language]}
        onChange={(text) => set({ purpose: { ...sheet.purpose, [language]: text } })}
      />
      <ChoiceField label={t('useLabel')} choices={uses} value={sheet.use} onChange={(use) => set({ use })} />
      <ManyChoicesField
        label={t('for')}
        hint={t('anyone')}
        choices={groups}
        value={sheet.clientGroups}
        onChange={(clientGroups) => set({ clientGroups })}
      />
      <RowsField<OutlineQuestion>
        label={t('questions')}
        newRow={newQuestion}
        addLabel={t('addRow')}
        rowName={({ words }) => words[language]}
        max={60}
        reorder
        value={sheet.questions}
        onChange={(questions) => set({ questions })}
      >
        {({ row, change }) => (
          <TextField
            label={t('question')}
            required
            value={row.words[language]}
            onChange={(text) => change({ words: { ...row.words, [language]: text } })}
          />
        )}
      </RowsField>
    </>
  )
}
