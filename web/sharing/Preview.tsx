import { useSuspenseQuery } from '@tanstack/react-query'
import { fileSection, sensitiveKind } from '#contract/codes/index.ts'
import type { ReferralView } from '#contract/sharing.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { LinkButton, Notice } from '#web/ui/index.ts'
import { PackageSheet } from './PackageSheet.tsx'
import { packageQuery } from './sharing.api.ts'
import { referralSheetWords } from './referral-sheet.words.ts'

/** What would be sent now, and what of the ticked is missing in it because nobody has consented. */
export function Preview({ referral }: { referral: ReferralView }) {
  const t = useWords(referralSheetWords)
  const label = useLabel()
  const formats = useFormats()
  const { caseId, person, id } = referral
  const { data } = useSuspenseQuery(packageQuery(person.id, id))
  const { sections, kinds } = data.missing
  const missing = [
    ...sections.map((code) => label(fileSection, code)),
    ...kinds.map((code) => label(sensitiveKind, code)),
  ]
  const consents = caseId === null ? `/people/${person.id}/consents` : `/cases/${caseId}/consents`
  return (
    <>
      {missing.length > 0 && (
        <Notice
          tone="warn"
          title={t('missing')}
          actions={<LinkButton to={consents}>{t('toConsents')}</LinkButton>}
        >
          <p>{t('missingLead', { what: formats.phrases(missing) })}</p>
        </Notice>
      )}
      <PackageSheet contents={data.contents} />
    </>
  )
}
