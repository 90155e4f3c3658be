import { isOwn, standardOf } from '#contract/codes/index.ts'
import { type Language, languages, type Wording } from '#contract/language.ts'
import type { CodeRow, Codes } from '#contract/settings/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, type Column, Table } from '#web/ui/index.ts'
import { settingsWords } from '../settings/settings.words.ts'
import { useCodeList } from './code-list-context.ts'
import { codeListsWords } from './code-lists.words.ts'
import { fullRows } from './rows.ts'
import type { ShippedList } from './shipped-lists.ts'

/** The same words in every language, the reader's own first. */
function ThreeWords({ words }: { words: Wording }) {
  const { language } = useLanguage()
  const others = languages.filter((one) => one !== language)
  return (
    <span className="code-word">
      <span lang={language}>{words[language]}</span>{' '}
      {others.map((one) => words[one] && <small key={one} lang={one}>{` · ${words[one]}`}</small>)}
    </span>
  )
}

/** A list as the product brings it along, to read. */
export function StandardCodes({ shipped }: { shipped: ShippedList }) {
  const t = useWords(codeListsWords)
  return (
    <Table
      caption={t('rows')}
      rows={shipped.codes}
      rowKey={({ code }) => code}
      columns={useStandardColumns()}
    />
  )
}

/** One column for each language, the reader's own first. */
function useStandardColumns(): Column<ShippedList['codes'][number]>[] {
  const say = useWords(settingsWords)
  const { language } = useLanguage()
  return [language, ...languages.filter((one) => one !== language)].map((one) => ({
    key: one,
    header: say(one),
    cell: ({ words }) => <span lang={one}>{words[one]}</span>,
  }))
}

/** A list as the agency uses it, to read. */
export function CodesShown({ sheet }: { sheet: Codes }) {
  const t = useWords(codeListsWords)
  const { list } = useCodeList()
  return (
    <Table
      caption={t('rows')}
      rows={fullRows(list, sheet.rows)}
      rowKey={({ code }) => code}
      columns={useColumns()}
    />
  )
}

function useColumns(): Column<CodeRow>[] {
  const t = useWords(codeListsWords)
  const { language } = useLanguage()
  const { shipped } = useCodeList()
  const standard = new Map(shipped.codes.map(({ code, words }) => [code, words]))
  const wordsOf = ({ code }: CodeRow) => standard.get(standardOf<string>(code))
  const saysOwn = ({ label }: CodeRow) => languages.some((one) => label[one].trim() !== '')
  const standing = (row: CodeRow) => {
    const word = wordsOf(row)?.[language] ?? ''
    if (isOwn(row.code)) return t('countsAsNow', { word })
    return saysOwn(row) ? t('insteadOf', { word }) : t('asStandard')
  }
  return [
    {
      key: 'words',
      header: t('ownWord'),
      cell: (row) => <ThreeWords words={wordsNow(row, isOwn(row.code) ? undefined : wordsOf(row))} />,
    },
    {
      key: 'standing',
      header: t('standard'),
      cell: (row) => (
        <>
          {standing(row)} {row.hidden && <Badge tone="done">{t('hidden')}</Badge>}
        </>
      ),
    },
  ]
}

/** What a code is called in each language: the agency's word, else that of the product. */
function wordsNow({ label }: CodeRow, standard: Wording | undefined): Wording {
  const wordIn = (one: Language) => label[one].trim() || (standard?.[one] ?? '')
  return { 'zh-CN': wordIn('zh-CN'), en: wordIn('en'), ru: wordIn('ru') }
}
