import { useState } from 'react'
import type { FindingPage } from '#contract/case/evidence.ts'
import { noticeWay } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Notice } from '#web/ui/index.ts'
import { evidenceWords } from './evidence.words.ts'
import { TellForm } from './TellForm.tsx'

/** Whether the notice and the limits of confidentiality were told before; until then nothing is collected. */
export function NoticeTold({ caseId, page }: { caseId: string; page: FindingPage }) {
  const t = useWords(evidenceWords)
  const label = useLabel()
  const formats = useFormats()
  const [telling, tell] = useState(false)
  const { notice, abilities } = page
  if (telling) return <TellForm caseId={caseId} people={page.people} onDone={() => tell(false)} />
  if (notice)
    return (
      <p className="evidence-told">
        {t('told', {
          name: notice.to.name,
          part: t(notice.to.part),
          when: formats.date(notice.toldOn),
          way: label(noticeWay, notice.way),
          language: notice.language,
          by: notice.recordedBy.name,
        })}
      </p>
    )
  return (
    <Notice
      tone="warn"
      title={t('notTold')}
      actions={
        <ActionButton look="main" ability={abilities.tell} reason={t('over')} onClick={() => tell(true)}>
          {t('tell')}
        </ActionButton>
      }
    >
      {t('notToldLead')}
    </Notice>
  )
}
