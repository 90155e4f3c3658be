import '../intake.css'
import type { ReactNode } from 'react'
import type { InquiryView } from '#contract/case/intake.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { ClientKindNote } from '#web/people/ClientKindNote.tsx'
import { SafeWays } from '#web/people/SafeWays.tsx'
import { LinkButton, Notice, Page, PersonName } from '#web/ui/index.ts'
import { InquiryStepper } from './InquiryStepper.tsx'
import { inquiryWords } from './inquiry.words.ts'
import { inquiryPlaces } from './places.ts'

type InquiryFrameProps = {
  inquiry: InquiryView
  here: 'sheet' | 'assessment' | 'decision'
  aside?: ReactNode
  children: ReactNode
}

/** A page of one first contact: whom it is about, when it came, and which step this is. */
export function InquiryFrame({ inquiry, here, aside, children }: InquiryFrameProps) {
  const t = useWords(inquiryWords)
  const formats = useFormats()
  const titles = { sheet: t('title'), assessment: t('stepAssessment'), decision: t('stepDecision') }
  const received = { name: inquiry.receivedBy.name, when: formats.moment(inquiry.receivedAt) }
  const { client } = inquiry
  return (
    <Page
      title={titles[here]}
      back={{ to: '/inquiries', label: t('back') }}
      lead={
        <div className="inquiry-lead">
          {client && (
            <span>
              <PersonName>{client.name}</PersonName>
              {client.birthDate && ` · ${formats.age(client.birthDate)}`}
            </span>
          )}
          <span>{t('received', received)}</span>
        </div>
      }
      aside={aside}
      actions={
        <LinkButton to={`/inquiries/${inquiry.id}/documents`} look="quiet">
          {t('onPaper')}
        </LinkButton>
      }
    >
      <InquiryStepper inquiry={inquiry} here={here} />
      {client && (
        <>
          <ClientKindNote place={{ personId: client.id, inquiryId: inquiry.id }} />
          <SafeWays personId={client.id} phoneShown />
        </>
      )}
      {inquiry.noticeOwed && here !== 'sheet' && inquiry.state !== 'concluded' && (
        <Notice
          tone="warn"
          title={t('noticeOwed')}
          actions={<LinkButton to={inquiryPlaces(inquiry.id).sheet}>{t('toTelling')}</LinkButton>}
        />
      )}
      {children}
    </Page>
  )
}
