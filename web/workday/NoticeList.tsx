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
  'appointment-soon': 'noticeAppointmentSoon',
  'appointment-booked': 'noticeAppointmentBooked',
  'appointment-changed': 'noticeAppointmentChanged',
  'appointment-cancelled': 'noticeAppointmentCancelled',
  'scale-alert': 'noticeScale',
  'referral-received': 'noticeReferralReceived',
  'referral-answered': 'noticeReferralAnswered',
  'referral-silent': 'noticeReferralSilent',
  'referral-cancelled': 'noticeReferralCancelled',
  'referral-sight-ended': 'noticeReferralSight',
  'link-guessed': 'noticeLinkGuessed',
  'link-answered': 'noticeLinkAnswered',
} as const

/** Where in its case a notice leads. */
function placeIn(kind: Told['kind']): string {
  if (kind.startsWith('appointment-')) return '/appointments'
  if (kind.startsWith('referral-') || kind === 'link-guessed') return '/referrals'
  return kind === 'scale-alert' ? '/scales' : ''
}

/** Whoever is on duty is told of an opening and of no case. */
const titleFor = ({ kind, caseId }: Told) =>
  kind === 'break-glass-opened' && caseId === null ? 'noticeOnDuty' : titleOf[kind]

function placeOf({ kind, caseId, inquiryId }: Told): string {
  if (kind === 'break-glass-opened') return '/break-glass/openings'
  const isReferral = kind.startsWith('referral-') || kind === 'link-guessed'
  if (caseId) return `/cases/${caseId}${placeIn(kind)}`
  if (inquiryId) return isReferral ? `/inquiries/${inquiryId}/referrals` : `/inquiries/${inquiryId}`
  return isReferral ? '/received-referrals' : '/'
}

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
