import { remarkSentence } from '#contract/questionnaires/report.ts'
import type { ImportReport as Report } from '#contract/questionnaires/kept.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Section } from '#web/ui/index.ts'
import { designWords } from './design.words.ts'

const tones = { lost: 'danger', changed: 'warn', note: 'quiet' } as const

/** How a form made elsewhere came in: every remark in words, with its row; nothing is left out in silence. */
export function ImportReport({ report }: { report: Report }) {
  const t = useWords(designWords)
  const { language } = useLanguage()
  const { fileName, rows, taken, remarks } = report
  return (
    <Section title={t('report', { name: fileName })}>
      <p>{t('taken', { taken, rows })}</p>
      {remarks.length === 0 && <p>{t('noRemarks')}</p>}
      <ul className="questionnaire-remarks">
        {remarks.map((remark, at) => {
          const tone = tones[remark.weight]
          return (
            <li key={at}>
              <Badge {...(tone === 'quiet' ? {} : { tone })}>
                {t(remark.weight === 'note' ? 'remark' : remark.weight)}
              </Badge>{' '}
              {remarkSentence(remark)[language]}{' '}
              <small>
                {remark.row === 0
                  ? remark.sheet
                  : t('where', { sheet: remark.sheet, row: remark.row, column: remark.column })}
              </small>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
