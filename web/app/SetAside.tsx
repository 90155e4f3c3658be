import { useState } from 'react'
import { Button, Notice } from '#web/ui/index.ts'
import { conflictWords } from './conflict.words.ts'
import { useWords } from './LanguageContext.tsx'

type SetAsideProps<Value> = {
  all: readonly Value[]
  /** What one of them is called. */
  nameOf: (one: Value) => string
  /** Takes the one at this place into the form; true where something else waits in its place now. */
  onTakeUp: (place: number) => boolean
  /** The field of the form in which one goes on writing. */
  field: string
}

/** What the server refused while something else was being typed: each is named, and goes back into the form by a press. */
export function SetAside<Value extends object>({ all, nameOf, onTakeUp, field }: SetAsideProps<Value>) {
  const t = useWords(conflictWords)
  const [said, say] = useState<'takenUp' | 'changedPlaces' | null>(null)
  const takeUp = (place: number) => {
    say(onTakeUp(place) ? 'changedPlaces' : 'takenUp')
    // The button may be gone: whoever pressed it by key goes on in the form.
    document.getElementById(field)?.focus()
  }
  return (
    <div className="set-aside">
      {all.map((one, place) => (
        <Notice key={`${place}/${nameOf(one)}`} tone="warn">
          {t('notSaved', { what: nameOf(one) })}{' '}
          <Button look="quiet" onClick={() => takeUp(place)}>
            {t('takeUp')}
          </Button>
        </Notice>
      ))}
      <output>{said && t(said)}</output>
    </div>
  )
}
