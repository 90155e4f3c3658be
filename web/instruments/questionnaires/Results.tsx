import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionnaireResults, QuestionResult } from '#contract/questionnaires/answered.ts'
import type { QuestionnaireView } from '#contract/questionnaires/kept.ts'
import { ExportLinks } from '#web/app/ExportLinks.tsx'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, EmptyState, Facts, Notice, Section, Table } from '#web/ui/index.ts'
import { resultWords } from './result.words.ts'
import { resultsQuery } from './questionnaires.api.ts'

const nothing = ''

/** What the answers come to over all versions, beside the groups of one question where one is chosen. */
export function Results({ view }: { view: QuestionnaireView }) {
  const t = useWords(resultWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const [by, group] = useState(nothing)
  const { data } = useSuspenseQuery(resultsQuery(view.id, by, language))
  const { answers, cases, withheld, versions, groupable, questions } = data
  const why = withheld > 0 && <Notice>{t('withheld', { count: withheld })}</Notice>
  if (answers === 0)
    return (
      <>
        {why}
        {!why && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      </>
    )
  return (
    <>
      <Section title={t('title')} lead={t('lead', { answers, cases })}>
        {why}
        <p>
          {versions
            .map(({ number, answers: count }) => t('inVersion', { number, answers: formats.number(count) }))
            .join(' · ')}
        </p>
        {groupable.length > 0 && (
          <ChoiceField
            label={t('by')}
            shape="list"
            choices={[
              { value: nothing, label: t('byNothing') },
              ...groupable.map(({ name, label }) => ({ value: name, label })),
            ]}
            value={by}
            onChange={group}
          />
        )}
        {view.abilities.export === 'yes' && <ExportLinks path={`/api/questionnaires/${view.id}/export?`} />}
      </Section>
      {questions.map((question) => (
        <QuestionPart key={question.name} question={question} by={data.by} />
      ))}
    </>
  )
}

type PartProps = { question: QuestionResult; by: QuestionnaireResults['by'] }

function QuestionPart({ question, by }: PartProps) {
  const t = useWords(resultWords)
  const formats = useFormats()
  const { name, label, asked, answered, counts, numbers, versions } = question
  if (label === name && counts.length === 0 && !numbers) return null
  return (
    <Section title={label}>
      <p className="questionnaire-by">
        {name} · {t('answered', { answered, asked })} ·{' '}
        {t('versions', { count: versions.length, versions: formats.list(versions.map(String)) })}
      </p>
      {numbers && (
        <Facts
          facts={[
            { label: t('mean'), value: formats.number(numbers.mean) },
            {
              label: t('deviation'),
              value: numbers.deviation === null ? '' : formats.number(numbers.deviation),
            },
            { label: t('median'), value: formats.number(numbers.median) },
            { label: t('least'), value: formats.number(numbers.least) },
            { label: t('most'), value: formats.number(numbers.most) },
          ]}
        />
      )}
      {counts.length > 0 && <Bars question={question} />}
      {by && <Crossed question={question} by={by} />}
    </Section>
  )
}

/** How many gave each answer: a number, a share, and a bar as long as the share. */
function Bars({ question: { label, counts, answered } }: { question: QuestionResult }) {
  const t = useWords(resultWords)
  const formats = useFormats()
  const share = (count: number) => (answered === 0 ? 0 : Math.round((count / answered) * 1000) / 10)
  return (
    <Table
      caption={t('counts', { label })}
      rows={counts}
      rowKey={({ code }) => code}
      columns={[
        { key: 'answer', header: t('answer'), cell: (one) => one.label },
        { key: 'count', header: t('count'), numeric: true, cell: ({ count }) => formats.number(count) },
        {
          key: 'share',
          header: t('share'),
          cell: (one) => barOf(share(one.count)),
        },
      ]}
    />
  )
}

const barOf = (share: number) => <Bar share={share} />

function Bar({ share }: { share: number }) {
  const t = useWords(resultWords)
  const formats = useFormats()
  return (
    <span className="result-bar">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width={share} height="8" />
      </svg>
      {t('percent', { share: formats.number(share) })}
    </span>
  )
}

/** The answers beside the groups of another question: counts, or the mean of each group. */
function Crossed({
  question,
  by,
}: {
  question: QuestionResult
  by: NonNullable<QuestionnaireResults['by']>
}) {
  const t = useWords(resultWords)
  const formats = useFormats()
  const { label, crossed, means } = question
  const caption = t('crossed', { label, by: by.label })
  const columns = by.groups.map(({ code, label: group, count }, at) => ({
    key: code,
    header: t('group', { group, count }),
    numeric: true,
    cell: ({ each }: { each: readonly (number | null)[] }) => {
      const value = each[at] ?? null
      return value === null ? '–' : formats.number(value)
    },
  }))
  const rows: { code: string; label: string; each: readonly (number | null)[] }[] = [
    ...(means.length > 0 ? [{ code: ' mean', label: t('mean'), each: means }] : crossed),
  ]
  if (rows.length === 0) return null
  return (
    <Table
      caption={caption}
      captionShown
      rows={rows}
      rowKey={({ code }) => code}
      columns={[{ key: ' answer', header: t('answer'), cell: (row) => row.label }, ...columns]}
    />
  )
}
