import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, EmptyState, Section } from '#web/ui/index.ts'
import { fieldsWords } from './fields.words.ts'
import { FieldSheet } from './FieldSheet.tsx'
import { RuleSheet } from './RuleSheet.tsx'
import { ofKind, settingsQuery } from './settings.api.ts'
import { SettingsFrame } from './SettingsFrame.tsx'

/** The fields that the agency adds to records, and the deadlines that it sets itself. */
export function FieldsPage() {
  const t = useWords(fieldsWords)
  return (
    <SettingsFrame place="fields">
      <Section title={t('fields')} lead={t('fieldsLead')}>
        <OwnList kind="field" add={t('addField')} empty={t('noFields')}>
          {(id, onDone) => <FieldSheet id={id} {...(onDone ? { onDone } : {})} />}
        </OwnList>
      </Section>
      <Section title={t('rules')} lead={t('rulesLead')}>
        <OwnList kind="deadline-rule" add={t('addRule')} empty={t('noRules')}>
          {(id, onDone) => <RuleSheet id={id} {...(onDone ? { onDone } : {})} />}
        </OwnList>
      </Section>
    </SettingsFrame>
  )
}

type OwnListProps = Readonly<{
  kind: 'field' | 'deadline-rule'
  add: string
  empty: string
  children: (id: string, onDone?: () => void) => ReactNode
}>

/** All sheets of a kind, and a way to add one. */
function OwnList({ kind, add, empty, children }: OwnListProps) {
  const { data } = useSuspenseQuery(settingsQuery(kind))
  const [adding, begin] = useState<string | null>(null)
  const ids = [...new Set(ofKind(data, kind).map(({ subject }) => subject))]
  return (
    <>
      {ids.length === 0 && adding === null && <EmptyState title={empty} />}
      <ul className="setting-list">
        {ids.map((id) => (
          <li key={id}>{children(id)}</li>
        ))}
      </ul>
      {adding !== null && children(adding, () => begin(null))}
      {data.abilities.write === 'yes' && adding === null && (
        <Button onClick={() => begin(crypto.randomUUID())}>{add}</Button>
      )}
    </>
  )
}
