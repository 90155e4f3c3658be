import { useMutation } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button } from '#web/ui/index.ts'
import { showIdNumber } from './people.api.ts'
import { personWords } from './person.words.ts'

/** An identity number, masked. Whoever needs all of it asks for it, and the asking is recorded. */
export function IdNumberShown({ personId, masked }: { personId: string; masked: string }) {
  const t = useWords(personWords)
  const showing = useMutation({ mutationFn: () => showIdNumber(personId) })
  const whole = showing.data?.idNumber
  return (
    <span className="guarded">
      <span dir="ltr" className="guarded-value">
        {whole ?? masked}
      </span>
      {whole ? (
        <Button look="quiet" onClick={showing.reset}>
          {t('hide')}
        </Button>
      ) : (
        <Button look="quiet" busy={showing.isPending} onClick={() => showing.mutate()}>
          {t('showIdNumber')}
        </Button>
      )}
      <RefusalNote error={showing.error} />
    </span>
  )
}
