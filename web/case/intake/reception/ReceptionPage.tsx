import '../intake.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { InquiryView } from '#contract/case/intake.ts'
import type { ReceptionOutcome } from '#contract/case/reception.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LinkButton, Notice, Page, Section, Sheet } from '#web/ui/index.ts'
import { noticeBasis } from '#contract/case/notice-first.ts'
import { afterNotice } from '../inquiry/after-notice.ts'
import { inquiryPlaces } from '../inquiry/places.ts'
import { useInquiryLabels } from '../inquiry/useInquiryLabels.ts'
import { DangerFields } from './DangerFields.tsx'
import { GivenFields } from './GivenFields.tsx'
import { HelpFields } from './HelpFields.tsx'
import { receiveContact } from './reception.api.ts'
import { receptionWords } from './reception.words.ts'
import { nobodyYet, type Received, receivedAs } from './received.ts'

/** The desk on one screen: danger first, then what somebody wants; Control and Enter ends it. */
export function ReceptionPage() {
  const t = useWords(receptionWords)
  const [done, tell] = useState<string | null>(null)
  const atLength = <LinkButton to="/inquiries/new">{t('atLength')}</LinkButton>
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/inquiries', label: t('toList') }}
      actions={atLength}
    >
      {done !== null && (
        <Notice
          tone="info"
          title={t('informed')}
          actions={<LinkButton to={inquiryPlaces(done).sheet}>{t('look')}</LinkButton>}
        >
          {t('informedLead')}
        </Notice>
      )}
      <Desk key={done} onInformed={tell} />
    </Page>
  )
}

type DeskProps = { onInformed: (inquiryId: string) => void }

function Desk({ onInformed }: DeskProps) {
  const t = useWords(receptionWords)
  const typed = useTyped<Received>('reception', nobodyYet)
  const { value: received, change } = typed
  const labels = useReceptionLabels()
  const go = useGo()
  const receiving = useReceiving(received, ({ id, conclusion, state, emergency }) => {
    typed.forget()
    if (conclusion) return onInformed(id)
    const places = inquiryPlaces(id)
    go(emergency?.decision.emergency ? places.crisis : state === 'draft' ? places.sheet : places.assessment)
  })
  const whole: ReceptionOutcome = received.wants === 'information' ? 'information' : 'registered'
  const byKeys = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' || !(pressed.ctrlKey || pressed.metaKey) || received.wants === null) return
    pressed.preventDefault()
    receiving.mutate(whole)
  }
  return (
    <div onKeyDown={byKeys} role="presentation">
      <Sheet
        label={t('title')}
        onSubmit={() => receiving.mutate(whole)}
        actions={<Ends received={received} whole={whole} receiving={receiving} onClear={typed.beginAnew} />}
      >
        <TypedBefore typed={typed} />
        <RefusalNote error={stillRefused(received, receiving.error)} labels={labels} />
        <First>
          <DangerFields received={received} change={change} refused={receiving.error} />
        </First>
        <Section title={t('wantsPart')}>
          <ChoiceField
            label={t('wants')}
            choices={[
              { value: 'information', label: t('information'), hint: t('informationHint') },
              { value: 'help', label: t('help'), hint: t('helpHint') },
            ]}
            required
            value={received.wants}
            onChange={(wants) => change({ wants })}
          />
        </Section>
        {received.wants === 'information' && (
          <GivenFields received={received} change={change} refused={receiving.error} />
        )}
        {received.wants === 'help' && (
          <HelpFields received={received} change={change} refused={receiving.error} />
        )}
      </Sheet>
    </div>
  )
}

/** The first answer has the cursor when the page opens: whoever is on the line waits. */
function First({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  return <div ref={place}>{children}</div>
}

/** Sends what stands on the desk. */
function useReceiving(received: Received, onDone: (view: InquiryView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (outcome: ReceptionOutcome) =>
      (await receiveContact(receivedAs(received, outcome))).value,
    onSuccess: (view) => {
      void queries.invalidateQueries({ queryKey: ['inquiries'] })
      onDone(view)
    },
  })
}

/** Once the notice was told, what was refused for it is to be sent again. */
const stillRefused = ({ sheet, danger }: Received, refusal: unknown) =>
  afterNotice(refusal, noticeBasis({ sheet, emergency: danger }))

type EndsProps = {
  received: Received
  whole: ReceptionOutcome
  receiving: ReturnType<typeof useReceiving>
  onClear: () => void
}

function Ends({ received, whole, receiving, onClear }: EndsProps) {
  const t = useWords(receptionWords)
  return (
    <>
      <Button type="submit" look="main" busy={receiving.isPending} disabled={received.wants === null}>
        {t(whole === 'information' ? 'conclude' : 'register')}
      </Button>
      {received.wants !== 'information' && (
        <Button busy={receiving.isPending} onClick={() => receiving.mutate('draft')}>
          {t('keep')}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {t('clear')}
      </Button>
      <small className="reception-keys">{t('keys')}</small>
    </>
  )
}

function useReceptionLabels() {
  const t = useWords(receptionWords)
  return { ...useInquiryLabels(), emergency: t('danger'), reason: t('reason'), dangerKinds: t('dangerKinds') }
}
