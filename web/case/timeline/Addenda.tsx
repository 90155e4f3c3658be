import { useState } from 'react'
import type { Ability } from '#contract/access.ts'
import type { AddAddendum, Addendum } from '#contract/case/addenda.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Facts, Section } from '#web/ui/index.ts'
import { AddendumDialog } from './AddendumDialog.tsx'
import { addendaWords } from './addenda.words.ts'

type AddendaProps = {
  /** The id of the signed record. */
  to: string
  addenda: readonly Addendum[]
  /** May this reader add one; `not-you` shows only what is there. */
  ability: Ability
  /** Sends it to the server, and brings the screen up to date. */
  add: (addendum: AddAddendum) => Promise<unknown>
}

/** What was added to a signed record, and the way to add more. */
export function Addenda({ to, addenda, ability, add }: AddendaProps) {
  const t = useWords(addendaWords)
  const [writing, setWriting] = useState(false)
  const button = (
    <ActionButton ability={ability} onClick={() => setWriting(true)}>
      {t('add')}
    </ActionButton>
  )
  return (
    <Section title={t('title')} actions={button}>
      {addenda.length === 0 && <p className="section-lead">{t('none')}</p>}
      {addenda.map((addendum) => (
        <AddedText key={addendum.id} addendum={addendum} />
      ))}
      {writing && <AddendumDialog to={to} add={add} close={() => setWriting(false)} />}
    </Section>
  )
}

function AddedText({ addendum }: { addendum: Addendum }) {
  const t = useWords(addendaWords)
  const formats = useFormats()
  const by = t('by', { name: addendum.author.name, when: formats.moment(addendum.at) })
  return (
    <article>
      <Facts
        facts={[
          { label: t('readText'), value: addendum.text },
          { label: t('readReason'), value: addendum.reason },
        ]}
      />
      <p className="field-hint">{by}</p>
    </article>
  )
}
