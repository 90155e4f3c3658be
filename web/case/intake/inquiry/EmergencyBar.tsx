import { useState } from 'react'
import type { InquiryView } from '#contract/case/intake.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Button, LinkButton, Notice } from '#web/ui/index.ts'
import { EmergencyDialog, type DecideEmergency } from './EmergencyDialog.tsx'
import { emergencyWords } from './emergency.words.ts'
import { inquiryPlaces } from './places.ts'

type EmergencyBarProps = { inquiry: InquiryView; decide: DecideEmergency }

/** The emergency decision, always in sight: asked while it is open, told once it is made. */
export function EmergencyBar({ inquiry, decide }: EmergencyBarProps) {
  const [answer, setAnswer] = useState<boolean | null>(null)
  const open = inquiry.abilities.decideEmergency === 'yes'
  return (
    <>
      <div
        id="emergency"
        className="emergency-bar"
        data-decided={inquiry.emergency !== null || undefined}
        data-emergency={inquiry.emergency?.decision.emergency || undefined}
      >
        <Standing emergency={inquiry.emergency} />
        {open && (
          <Answers
            key={inquiry.emergency?.decidedAt}
            decided={inquiry.emergency !== null}
            choose={setAnswer}
          />
        )}
      </div>
      {inquiry.emergency?.decision.emergency && inquiry.state !== 'concluded' && (
        <WhatFirst inquiryId={inquiry.id} />
      )}
      {answer !== null && (
        <EmergencyDialog
          inquiryId={inquiry.id}
          emergency={answer}
          before={inquiry.emergency?.decision ?? null}
          decide={decide}
          close={() => setAnswer(null)}
        />
      )}
    </>
  )
}

function Standing({ emergency }: Pick<InquiryView, 'emergency'>) {
  const t = useWords(emergencyWords)
  const formats = useFormats()
  if (emergency === null)
    return (
      <p>
        <strong>{t('ask')}</strong>
        <small>{t('askLead')}</small>
      </p>
    )
  const { decision, decidedBy, decidedAt } = emergency
  const by = { reason: decision.reason, name: decidedBy.name, when: formats.moment(decidedAt) }
  return (
    <p>
      <strong>{t(decision.emergency ? 'decidedYes' : 'decidedNo')}</strong>
      <small dir="auto">{t('by', by)}</small>
    </p>
  )
}

function Answers({ decided, choose }: { decided: boolean; choose: (emergency: boolean) => void }) {
  const t = useWords(emergencyWords)
  const [again, setAgain] = useState(false)
  if (decided && !again)
    return (
      <Button look="quiet" onClick={() => setAgain(true)}>
        {t('change')}
      </Button>
    )
  return (
    <span className="page-actions">
      <Button look="danger" onClick={() => choose(true)}>
        {t('yes')}
      </Button>
      <Button onClick={() => choose(false)}>{t('no')}</Button>
    </span>
  )
}

function WhatFirst({ inquiryId }: { inquiryId: string }) {
  const t = useWords(emergencyWords)
  return (
    <Notice
      tone="danger"
      title={t('first')}
      actions={<LinkButton to={inquiryPlaces(inquiryId).crisis}>{t('toCrisis')}</LinkButton>}
    >
      <ul className="first-steps">
        <li>{t('firstSafe')}</li>
        <li>{t('firstCall')}</li>
        <li>{t('firstAddress')}</li>
        <li>{t('firstTold')}</li>
      </ul>
    </Notice>
  )
}
