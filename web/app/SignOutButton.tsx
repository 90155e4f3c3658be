import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Dialog } from '#web/ui/index.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { forgetDrafts, hasDrafts } from './draft-store.ts'
import { useWords } from './LanguageContext.tsx'
import { signOut } from './me.api.ts'
import { searchFor } from './search-text.ts'
import { shellWords } from './shell.words.ts'

/** Signs out; asks first when this device still holds the worker's unsaved text. Nothing of theirs is left behind. */
export function SignOutButton({ workerId }: { workerId: string }) {
  const t = useWords(shellWords)
  const [asking, setAsking] = useState(false)
  const { leave, refusal } = useLeave(workerId)
  const begin = () => (hasDrafts(`${workerId}/`) ? setAsking(true) : leave())
  return (
    <>
      <Button onClick={begin}>{t('signOut')}</Button>
      {refusal && <RefusalNote error={refusal} />}
      <Dialog
        open={asking}
        title={t('unsavedTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="main" onClick={() => setAsking(false)}>
              {t('stay')}
            </Button>
            <Button onClick={leave}>{t('leave')}</Button>
          </>
        }
      >
        <p>{t('unsavedLead')}</p>
      </Dialog>
    </>
  )
}

function useLeave(workerId: string) {
  const queries = useQueryClient()
  const [refusal, setRefusal] = useState<Error | null>(null)
  const forget = async () => {
    forgetDrafts(`${workerId}/`)
    searchFor('')
    queries.clear()
    await queries.resetQueries()
    window.location.assign('/')
  }
  const leave = () => void signOut().then(forget, setRefusal)
  return { leave, refusal }
}
