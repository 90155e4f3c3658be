import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ChoiceField, Section } from '#web/ui/index.ts'
import { AddRelative } from './AddRelative.tsx'
import { ByHand } from './ByHand.tsx'
import { Couples } from './Couples.tsx'
import { familyFormWords } from './family-form.words.ts'
import { Household } from './Household.tsx'
import { MemberForm } from './MemberForm.tsx'
import { PutIn } from './PutIn.tsx'
import { Ties } from './Ties.tsx'
import type { FamilyWriting } from './useFamily.ts'

type FamilyEditorProps = {
  writing: FamilyWriting
  chosen: string
  choose: (id: string) => void
  /** Whether the next click on the picture ends a line, and at whom it ended. */
  drawing: Readonly<{ isOn: boolean; other: string | null; set: (isOn: boolean) => void }>
  nameOf: (id: string) => string
}

const parts = ['add', 'ties', 'details', 'household'] as const

/** Writing a family around the chosen person: on the picture, and by form. Both take the same steps. */
export function FamilyEditor({ writing, chosen, choose, drawing, nameOf }: FamilyEditorProps) {
  const t = useWords(familyFormWords)
  const { sheet, version, take, saving, person } = writing
  const member = sheet.persons.find(({ id }) => id === chosen)
  const [part, show] = useState<(typeof parts)[number]>('add')
  if (!member) return null
  // A line that is begun on the picture is told beside it.
  const shown = drawing.isOn || drawing.other ? 'ties' : part
  const about = { sheet, chosen, nameOf, take }
  return (
    <Section title={t('write')} lead={<p>{t('lead')}</p>}>
      <ChoiceField
        label={t('whom')}
        shape="list"
        choices={sheet.persons.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        value={chosen}
        onChange={choose}
      />
      <ByHand chosen={chosen} take={take} isDrawing={drawing.isOn} onDraw={drawing.set} />
      <output className="family-saving">
        {saving.isPending ? t('saving') : saving.isSuccess && t('saved')}
      </output>
      <RefusalNote error={saving.error} />
      <PutIn writing={writing} />
      <ChoiceField
        label={t('part')}
        choices={parts.map((value) => ({ value, label: t(value) }))}
        value={shown}
        onChange={show}
      />
      <div hidden={shown !== 'add'}>
        <AddRelative key={`add ${chosen}`} {...about} />
      </div>
      <div hidden={shown !== 'ties'}>
        <Ties
          key={`ties ${chosen} ${drawing.other ?? ''}`}
          {...about}
          other={drawing.other}
          onDone={() => drawing.set(false)}
        />
      </div>
      <div hidden={shown !== 'details'}>
        <MemberForm
          key={`about ${chosen}`}
          sheet={sheet}
          member={member}
          version={version}
          isSubject={member.personId === person.id}
          nameOf={nameOf}
          take={take}
          onGone={() => choose(person.id)}
        />
        <Couples {...about} version={version} />
      </div>
      <div hidden={shown !== 'household'}>
        <Household key={`household ${chosen}`} {...about} version={version} />
      </div>
    </Section>
  )
}
