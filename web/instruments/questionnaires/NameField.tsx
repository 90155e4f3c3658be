import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, TextField } from '#web/ui/index.ts'
import { designWords } from './design.words.ts'

type NameFieldProps = { name: string; isFree: (name: string) => boolean; onName: (name: string) => void }

/** The name by which conditions and tables call a question; every condition follows it when it is given another. */
export function NameField({ name, isFree, onName }: NameFieldProps) {
  const t = useWords(designWords)
  const [typed, type] = useState(name)
  return (
    <div className="design-name">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        maxLength={100}
        value={typed}
        error={isFree(typed) ? undefined : t('nameWrong')}
        onChange={type}
      />
      {typed !== name && isFree(typed) && <Button onClick={() => onName(typed)}>{t('rename')}</Button>}
    </div>
  )
}
