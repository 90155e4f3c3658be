import './attachments.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { AddFiles } from './AddFiles.tsx'
import { attachmentsQuery } from './attachments.api.ts'
import { attachmentsWords } from './attachments.words.ts'
import { AttachmentList } from './AttachmentList.tsx'

/** The files of a case: what is there, and a way to add more for whoever works on it. */
export function AttachmentsPage() {
  const t = useWords(attachmentsWords)
  const caseId = useRouteParam('caseId')
  const list = useSuspenseInfiniteQuery(attachmentsQuery(caseId))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const [first] = list.data.pages
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      {first?.abilities.add === 'yes' && <AddFiles caseId={caseId} mostBytes={first.mostBytes} />}
      {first?.abilities.add === 'not-now' && <p>{t('archived')}</p>}
      <Section title={t('kept')}>
        {rows.length === 0 ? (
          <EmptyState title={t('none')}>{first?.abilities.add === 'yes' && t('noneLead')}</EmptyState>
        ) : (
          <AttachmentList rows={rows} />
        )}
        <MoreButton
          next={list.hasNextPage ? 'more' : null}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </Section>
    </CaseFrame>
  )
}
