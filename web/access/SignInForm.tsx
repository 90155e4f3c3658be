import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignedIn } from '#contract/access.ts'
import type { PendingSignIn } from '#contract/account.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { meQuery } from '#web/app/me.api.ts'
import { announceReturn, beginForSomebodyElse, whomDrawnFor } from '#web/app/session-end.ts'
import './access.css'
import { beginEnrolment, chooseOwnPassword, confirmEnrolment, giveCode } from './access.api.ts'
import { CodeForm } from './CodeForm.tsx'
import { doorWords } from './door.words.ts'
import { EnrolmentForm } from './EnrolmentForm.tsx'
import { NewPasswordForm } from './NewPasswordForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useFirstField } from './useFirstField.ts'

type Place = PendingSignIn | { step: 'codes'; codes: readonly string[]; workerId: string } | null
const shortestAlone = 15

/** Password, and whatever step the server asks for after it. `onSignedIn` is called after the server knows who is asking. */
export function SignInForm({ onSignedIn }: { onSignedIn?: () => void }) {
  const queries = useQueryClient()
  const [place, setPlace] = useState<Place>(null)
  const [email, setEmail] = useState('')
  const enter = async (workerId: string) => {
    const before = whomDrawnFor()
    if (before !== null && before !== workerId) {
      beginForSomebodyElse()
      return
    }
    onSignedIn?.()
    await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    if (before !== null) announceReturn()
  }
  const goOn = async (answer: SignedIn | PendingSignIn) => {
    if ('pending' in answer) setPlace(answer)
    else if (answer.recoveryCodes)
      setPlace({ step: 'codes', codes: answer.recoveryCodes, workerId: answer.worker.id })
    else await enter(answer.worker.id)
  }
  const startAgain = () => setPlace(null)
  if (place === null) return <PasswordForm email={email} setEmail={setEmail} goOn={goOn} />
  if (place.step === 'codes')
    return (
      <RecoveryCodes codes={place.codes} email={email.trim()} onKept={() => void enter(place.workerId)} />
    )
  return <OneStep key={place.pending} place={place} goOn={goOn} startAgain={startAgain} />
}

type OneStepProps = {
  place: PendingSignIn
  goOn: (answer: SignedIn | PendingSignIn) => Promise<void>
  startAgain: () => void
}

function OneStep({ place: { step, pending }, goOn, startAgain }: OneStepProps) {
  const t = useWords(doorWords)
  const first = useFirstField()
  const cancel = { label: t('startAgain'), act: startAgain }
  const titles = { code: 'codeTitle', 'own-password': 'ownTitle', enrolment: 'enrolTitle' } as const
  return (
    <div ref={first} className="door-step">
      <h2>{t(titles[step])}</h2>
      {step === 'own-password' && <p>{t('ownLead')}</p>}
      {step === 'enrolment' && <p>{t('enrolLead')}</p>}
      {step === 'code' && (
        <CodeForm
          submit={t('goOn')}
          send={async (code) => goOn(await giveCode({ pending, code }))}
          cancel={cancel}
        />
      )}
      {step === 'own-password' && (
        <NewPasswordForm
          label={t('ownTitle')}
          submit={t('goOn')}
          shortest={shortestAlone}
          send={async (password) => goOn(await chooseOwnPassword({ pending, password }))}
          cancel={cancel}
        />
      )}
      {step === 'enrolment' && (
        <EnrolmentForm
          begin={() => beginEnrolment({ pending })}
          confirm={async (code) => goOn(await confirmEnrolment({ pending, code }))}
          cancel={cancel}
        />
      )}
    </div>
  )
}
