import { useState } from 'react'
import type { InquiryView, Sharing } from '#contract/case/intake.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { Button, LongTextField, Notice, Sheet, YesNoField } from '#web/ui/index.ts'
import { inquiryPlaces } from './places.ts'
import { preliminaryWords } from './preliminary.words.ts'

type SharingPartProps = {
  inquiry: InquiryView
  share: (sharing: Sharing) => void
  busy: boolean
}

/** Telling the help-seeker what we found, and what they said to it; once told, the way to the decision. */
export function SharingPart({ inquiry, share, busy }: SharingPartProps) {
  const t = useWords(preliminaryWords)
  const formats = useFormats()
  const go = useGo()
  if (inquiry.sharing === null) return <SharingForm inquiry={inquiry} share={share} busy={busy} />
  const toDecision = (
    <Button look="main" onClick={() => go(inquiryPlaces(inquiry.id).decision)}>
      {t('toDecision')}
    </Button>
  )
  return (
    <Notice actions={toDecision}>{t('sharedOn', { when: formats.moment(inquiry.sharing.sharedAt) })}</Notice>
  )
}

function SharingForm({ share, busy }: SharingPartProps) {
  const t = useWords(preliminaryWords)
  const [agrees, setAgrees] = useState<boolean | null>(null)
  const [wishes, setWishes] = useState<boolean | null>(null)
  const [corrections, setCorrections] = useState('')
  const ready = agrees !== null && wishes !== null && (agrees || corrections.trim() !== '')
  const submit = () => {
    if (ready) share({ callerAgrees: agrees, clientWishes: wishes, corrections })
  }
  const button = (
    <Button type="submit" look="main" busy={busy} disabled={!ready}>
      {t('share')}
    </Button>
  )
  return (
    <Sheet label={t('shareTitle')} onSubmit={submit} actions={button}>
      <h2>{t('shareTitle')}</h2>
      <p className="section-lead">{t('shareLead')}</p>
      <YesNoField label={t('callerAgrees')} required value={agrees} onChange={setAgrees} />
      <LongTextField
        id="corrections"
        label={t('corrections')}
        required={agrees === false}
        rows={2}
        value={corrections}
        onChange={setCorrections}
      />
      <YesNoField label={t('clientWishes')} required value={wishes} onChange={setWishes} />
    </Sheet>
  )
}
