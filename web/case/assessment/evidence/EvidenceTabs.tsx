import { useWords } from '#web/app/LanguageContext.tsx'
import { Tabs } from '#web/ui/index.ts'
import { contactsPlace, evidencePlace } from '../places.ts'
import { evidenceWords } from './evidence.words.ts'

/** The two parts of what was collected: findings, and the contacts in which they were learned. */
export function EvidenceTabs({ caseId, current }: { caseId: string; current: 'findings' | 'contacts' }) {
  const t = useWords(evidenceWords)
  return (
    <Tabs
      label={t('views')}
      tabs={[
        { to: evidencePlace(caseId), label: t('findings'), current: current === 'findings' },
        { to: contactsPlace(caseId), label: t('contacts'), current: current === 'contacts' },
      ]}
    />
  )
}
