import type { InquiryView, Sharing } from '#contract/case/intake.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, LongTextField, Notice, Sheet, YesNoField } from '#web/ui/index.ts'
import { inquiryPlaces } from './places.ts'
import { preliminaryWords } from './preliminary.words.ts'

type SharingPartProps = {
  inquiry: InquiryView
  share: (sharing: Sharing, then: { onSuccess: () => void }) => void
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

type Answers = Pick<Sharing, 'corrections'> & { agrees: boolean | null; wishes: boolean | null }
const nothingSaid = (): Answers => ({ agrees: null, wishes: null, corrections: '' })

function SharingForm({ inquiry, share, busy }: SharingPartProps) {
  const t = useWords(preliminaryWords)
  const typed = useTyped(`sharing/${inquiry.id}`, nothingSaid)
  const { agrees, wishes, corrections } = typed.value
  const ready = agrees !== null && wishes !== null && (agrees || corrections.trim() !== '')
  const submit = () => {
    if (ready)
      share({ callerAgrees: agrees, clientWishes: wishes, corrections }, { onSuccess: () => typed.forget() })
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
      <TypedBefore typed={typed} />
      <YesNoField
        label={t('callerAgrees')}
        required
        value={agrees}
        onChange={(said) => typed.change({ agrees: said })}
      />
      <LongTextField
        id="corrections"
        label={t('corrections')}
        required={agrees === false}
        rows={2}
        value={corrections}
        onChange={(text) => typed.change({ corrections: text })}
      />
      <YesNoField
        label={t('clientWishes')}
        required
        value={wishes}
        onChange={(said) => typed.change({ wishes: said })}
      />
    </Sheet>
  )
}
