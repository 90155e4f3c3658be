import { differenceGround } from '#contract/codes/index.ts'
import type { MergePreview } from '#contract/person-merges.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Notice, Written } from '#web/ui/index.ts'
import { mergingWords } from './merging.words.ts'

/** What must be known before two records are said to be one: who would see more, who said that they are two, what goes along. */
export function MergeNotes({
  preview: { sameSight, saidToDiffer, follows, fields },
}: {
  preview: MergePreview
}) {
  const t = useWords(mergingWords)
  const label = useLabel()
  const { date } = useFormats()
  const numbers = fields.find(({ field }) => field === 'idNumber')
  const twoNumbers = numbers && !numbers.same && numbers.kept !== '' && numbers.merged !== ''
  return (
    <>
      {!sameSight && (
        <Notice tone="danger" title={t('wouldShow')}>
          {t('wouldShowLead')}
        </Notice>
      )}
      {saidToDiffer.map(({ by, at, ground, note }) => (
        <Notice key={at} tone="warn" title={t('saidToDiffer')}>
          <Written>
            {t('saidBy', { name: by.name, date: date(at), ground: label(differenceGround, ground) })}
          </Written>
          {note !== '' && (
            <p>
              <Written>{note}</Written>
            </p>
          )}
        </Notice>
      ))}
      {twoNumbers && (
        <Notice tone="warn" title={t('twoNumbers')}>
          {t('twoNumbersLead')}
        </Notice>
      )}
      <p>{t('follows', follows)}</p>
    </>
  )
}
