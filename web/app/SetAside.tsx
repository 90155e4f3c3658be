import { Button, Notice } from '#web/ui/index.ts'
import { conflictWords } from './conflict.words.ts'
import { useWords } from './LanguageContext.tsx'

type SetAsideProps<Value> = {
  all: readonly Value[]
  /** What one of them is called. */
  nameOf: (one: Value) => string
  onTakeUp: (one: Value) => void
}

/** What the server refused while something else was being typed: each is named, and goes back into the form by a press. */
export function SetAside<Value extends object>({ all, nameOf, onTakeUp }: SetAsideProps<Value>) {
  const t = useWords(conflictWords)
  return all.map((one) => (
    <Notice key={JSON.stringify(one)} tone="warn">
      {t('notSaved', { what: nameOf(one) })}{' '}
      <Button look="quiet" onClick={() => onTakeUp(one)}>
        {t('takeUp')}
      </Button>
    </Notice>
  ))
}
