import { useSuspenseQuery } from '@tanstack/react-query'
import { isOwn, standardOf } from '#contract/codes/index.ts'
import { languages } from '#contract/language.ts'
import { type CodeRow, type Codes, nameIn } from '#contract/settings/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, RowsField, type RowTools } from '#web/ui/index.ts'
import type { SheetTools } from '../settings/DatedSheet.tsx'
import { NamesField } from '../settings/NamesField.tsx'
import { ofKind, settingsQuery } from '../settings/settings.api.ts'
import { useCodeList } from './code-list-context.ts'
import { codeListsWords } from './code-lists.words.ts'
import { fullRows, newOwnRow, underAnother } from './rows.ts'

/** A list as the agency will use it, to change: words, order, what is offered, and own codes where the list has them. */
export function CodesFields({ sheet, set, error }: SheetTools<Codes>) {
  const t = useWords(codeListsWords)
  const { language } = useLanguage()
  const { name, list } = useCodeList()
  const { data } = useSuspenseQuery(settingsQuery('codes'))
  const kept = ofKind(data, 'codes')
    .filter(({ subject }) => subject === name)
    .flatMap((version) => version.sheet.rows)
  const isKept = ({ code }: CodeRow) => kept.some((row) => row.code === code)
  const [first = ''] = list.codes.toReversed()
  const mayAdd = list.agency?.freedom === 'own'
  return (
    <RowsField
      label={t('rows')}
      hint={t('rowsHint')}
      addLabel={t('addOwn')}
      value={fullRows(list, sheet.rows, kept)}
      onChange={set('rows')}
      newRow={() => newOwnRow(first)}
      mayRemove={(row) => isOwn(row.code) && !isKept(row)}
      rowName={({ code, label }) =>
        isOwn(code) ? nameIn(label, language) : list.label(standardOf<string>(code), language)
      }
      reorder
      max={mayAdd ? 200 : 0}
      error={error('rows')}
    >
      {(tools) => <CodeFields {...tools} isKept={isKept(tools.row)} error={error} />}
    </RowsField>
  )
}

type CodeFieldsProps = RowTools<CodeRow> & Readonly<{ isKept: boolean; error: SheetTools<Codes>['error'] }>

function CodeFields({ row, set, index, isKept, error }: CodeFieldsProps) {
  const t = useWords(codeListsWords)
  const { language } = useLanguage()
  const { list } = useCodeList()
  const own = isOwn(row.code)
  const parent = standardOf<string>(row.code)
  const mayHide = own || (list.agency?.freedom !== 'words' && !list.agency?.always?.includes(row.code))
  const standard = languages.map((one) => list.label(parent, one)).join(' · ')
  return (
    <>
      <p className="code-standard">
        <strong>{own ? t('countsAsNow', { word: list.label(parent, language) }) : standard}</strong>
      </p>
      {own && !isKept && (
        <ChoiceField
          label={t('countsAs')}
          shape="list"
          choices={list.codes.map((code) => ({ value: code, label: list.label(code, language) }))}
          value={parent}
          onChange={(chosen) => set('code')(underAnother(row.code, chosen))}
          error={error(`rows.${index}.code`)}
        />
      )}
      <div className="code-words">
        <NamesField
          label={t('word')}
          value={row.label}
          onChange={set('label')}
          error={error(`rows.${index}.label`)}
        />
      </div>
      {mayHide && (
        <CheckField
          label={t('hide')}
          value={row.hidden}
          onChange={set('hidden')}
          error={error(`rows.${index}.hidden`)}
        />
      )}
    </>
  )
}
