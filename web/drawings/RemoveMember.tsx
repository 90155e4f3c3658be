import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'

/** Asks in its place before somebody is taken out of a picture. */
export function RemoveMember({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useWords(familyFormWords)
  const [isAsked, ask] = useState(false)
  if (!isAsked)
    return (
      <Button look="quiet" onClick={() => ask(true)}>
        {t('remove')}
      </Button>
    )
  return (
    <Notice tone="warn" title={t('removeTitle', { name })}>
      <p>{t('removeLead')}</p>
      <Button onClick={onRemove}>{t('remove')}</Button>
      <Button look="quiet" onClick={() => ask(false)}>
        {t('cancel')}
      </Button>
    </Notice>
  )
}
