import '../intake.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { WaitView } from '#contract/case/waiting.ts'
import { intakeDecision, riskLevel } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Facts, LinkButton, Notice, Page, PersonName, Section, Timeline } from '#web/ui/index.ts'
import { inquiryPlaces } from '../inquiry/places.ts'
import { CheckInForm } from './CheckInForm.tsx'
import { waitQuery } from './waiting.api.ts'
import { waitingWords } from './waiting.words.ts'

/** Where somebody stands on the waiting list, and every time they were asked after. */
export function WaitPage() {
  const t = useWords(waitingWords)
  const id = useRouteParam('inquiryId')
  const { data: wait } = useSuspenseQuery(waitQuery(id))
  const open = wait.left === null
  return (
    <Page
      title={t('oneTitle')}
      lead={wait.personName === null ? t('unnamed') : <PersonName>{wait.personName}</PersonName>}
      back={{ to: '/waits', label: t('title') }}
      nextStep={open && <LinkButton to={inquiryPlaces(id).decision}>{t('decide')}</LinkButton>}
    >
      <Standing wait={wait} />
      {wait.abilities.checkIn === 'yes' && (
        <Section title={t('checkIn')} lead={t('checkInLead')}>
          <CheckInForm key={wait.version} wait={wait} />
        </Section>
      )}
      <Section title={t('checkIns')}>
        <CheckIns wait={wait} />
      </Section>
    </Page>
  )
}

/** The place in words that can be told to the client. */
function Standing({ wait }: { wait: WaitView }) {
  const t = useWords(waitingWords)
  const label = useLabel()
  const formats = useFormats()
  const { left } = wait
  return (
    <>
      {left ? (
        <Notice title={t('left')}>
          {intakeDecision.codes.map((code) => (code === left.decision ? label(intakeDecision, code) : ''))}
          {' · '}
          {left.reason} · {left.by.name} · {formats.moment(left.at)}
        </Notice>
      ) : (
        <Notice tone={wait.checkOverdue ? 'warn' : 'info'} title={t('tellClient')}>
          {t('told', { place: wait.place, of: wait.of, day: formats.date(wait.nextCheckAt) })}
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('reason'), value: wait.reason },
          { label: t('priority'), value: label(riskLevel, wait.priority) },
          { label: t('since'), value: formats.moment(wait.enteredAt) },
          { label: t('nextCheck'), value: left ? '' : formats.date(wait.nextCheckAt) },
        ]}
      />
    </>
  )
}

function CheckIns({ wait: { checkIns } }: { wait: WaitView }) {
  const t = useWords(waitingWords)
  const label = useLabel()
  const formats = useFormats()
  if (checkIns.length === 0) return <p>{t('never')}</p>
  return (
    <Timeline
      items={checkIns.map((one) => ({
        key: one.id,
        when: formats.moment(one.heldAt),
        dateTime: one.heldAt,
        title: one.whatChanged,
        body: [
          one.heldBy.name,
          label(riskLevel, one.priority),
          t(one.stillWishes ? 'wishesYes' : 'wishesNo'),
        ].join(' · '),
      }))}
    />
  )
}
