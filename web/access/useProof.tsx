import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusedByServer } from '#web/app/api.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Dialog, Loading } from '#web/ui/index.ts'
import { accountQuery, prove } from './account.api.ts'
import { accountWords } from './account.words.ts'
import { CodeForm } from './CodeForm.tsx'
import { PresentPasswordForm } from './PresentPasswordForm.tsx'

type Asking = { proved: () => void; given: (up: Error) => void; refusal: Error } | null

/**
 * For acts that the server allows only shortly after a proof: `proving(act)` does the act, asks for the proof when the
 * server wants one, and does it again. Draw `dialog` somewhere on the page.
 */
export function useProof() {
  const [asking, ask] = useState<Asking>(null)
  const proving = async <Done,>(act: () => Promise<Done>): Promise<Done> => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof RefusedByServer) || error.code !== 'sign-in/not-fresh') throw error
      await new Promise<void>((proved, given) => ask({ proved, given, refusal: error }))
      return act()
    }
  }
  const proved = () => {
    asking?.proved()
    ask(null)
  }
  const close = () => {
    asking?.given(asking.refusal)
    ask(null)
  }
  return { proving, dialog: <ProofDialog open={asking !== null} proved={proved} close={close} /> }
}

type ProofDialogProps = { open: boolean; proved: () => void; close: () => void }

function ProofDialog({ open, proved, close }: ProofDialogProps) {
  const t = useWords(accountWords)
  return (
    <Dialog open={open} title={t('prove')} onClose={close}>
      <ProofForm proved={proved} />
    </Dialog>
  )
}

/** Asks once more who is there: the password, or the code of whoever has a second factor. */
export function ProofForm({ proved }: { proved: () => void }) {
  const t = useWords(accountWords)
  const account = useQuery(accountQuery)
  if (!account.data) return <Loading lines={2} />
  if (!account.data.secondFactor)
    return <PresentPasswordForm send={(password) => prove({ password }).then(proved)} />
  return (
    <>
      <p>{t('proveCode')}</p>
      <CodeForm submit={t('confirm')} send={(code) => prove({ code }).then(proved)} />
    </>
  )
}
