import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Notice as Told } from '#contract/workday.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, LinkButton, Notice } from '#web/ui/index.ts'
import { todayWords } from './today.words.ts'
import { noticesQuery, seeNotice } from './workday.api.ts'

/** What I was told and have not seen; an emergency in red, one click away from what it is about. */
export function NoticeList() {
  const { data } = useSuspenseQuery(noticesQuery)
  const emergencyFirst = data.rows.toSorted(
    (one, other) => Number(other.kind === 'emergency') - Number(one.kind === 'emergency'),
  )
  return emergencyFirst.map((notice) => <OneNotice key={notice.id} notice={notice} />)
}

const titleOf = {
  emergency: 'noticeEmergency',
  'case-assigned': 'noticeAssigned',
  'closing-returned': 'noticeReturned',
  'closing-approved': 'noticeApproved',
  'cosignature-given': 'noticeCosigned',
  'break-glass-opened': 'noticeBreakGlass',
} as const

/** Whoever is on duty is told of an opening and of no case. */
const titleFor = ({ kind, caseId }: Told) =>
  kind === 'break-glass-opened' && caseId === null ? 'noticeOnDuty' : titleOf[kind]

const placeOf = ({ kind, caseId, inquiryId }: Told) =>
  kind === 'break-glass-opened'
    ? '/break-glass/openings'
    : caseId
      ? `/cases/${caseId}`
      : inquiryId
        ? `/inquiries/${inquiryId}`
        : '/'

function OneNotice({ notice }: { notice: Told }) {
  const t = useWords(todayWords)
  const formats = useFormats()
  const queries = useQueryClient()
  const seeing = useMutation({
    mutationFn: () => seeNotice(notice.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
  const danger = notice.kind === 'emergency'
  return (
    <Notice
      tone={danger ? 'danger' : 'info'}
      title={t(titleFor(notice), { name: notice.personName ?? t('nobody') })}
      actions={
        <>
          <LinkButton to={placeOf(notice)} look={danger ? 'danger' : 'plain'}>
            {danger ? t('openNow') : t('open')}
          </LinkButton>
          <Button look="quiet" busy={seeing.isPending} onClick={() => seeing.mutate()}>
            {t('seen')}
          </Button>
        </>
      }
    >
      {danger && <p>{t('noticeEmergencyLead')}</p>}
      <p className="notice-when">{formats.moment(notice.toldAt)}</p>
      <RefusalNote error={seeing.error} />
    </Notice>
  )
}
