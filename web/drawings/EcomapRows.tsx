import type { EcomapDay, EcomapSystem } from '#contract/drawings.ts'
import { genders, linkFlows, linkStrengths, systemDomains } from '#contract/drawing-codes.ts'
import { domainWords, flowWords, strengthWords } from '#drawing/ecomap/ecomap.words.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, FieldRow, RowsField, type RowTools, TextField } from '#web/ui/index.ts'
import { ecomapPageWords } from './ecomap-page.words.ts'

type RowsProps = { day: EcomapDay; change: (part: Partial<EcomapDay>) => void }

/** Who stands in the middle: the client alone, or a household. */
export function EcomapMembers({ day, change }: RowsProps) {
  const t = useWords(ecomapPageWords)
  const keep = (members: EcomapDay['members']) => {
    const known = new Set(members.map(({ id }) => id))
    const systems = day.systems.map((system) =>
      system.member !== null && !known.has(system.member) ? { ...system, member: null } : system,
    )
    change({ members, systems })
  }
  return (
    <RowsField
      label={t('members')}
      value={day.members}
      onChange={keep}
      max={12}
      addLabel={t('addMember')}
      newRow={() => ({
        id: crypto.randomUUID(),
        name: '',
        sex: 'unknown' as const,
        index: day.members.length === 0,
      })}
    >
      {({ row, set }) => (
        <FieldRow>
          <TextField label={t('memberName')} maxLength={200} value={row.name} onChange={set('name')} />
          <ChoiceField
            label={t('sex')}
            shape="list"
            choices={genders.map((value) => ({ value, label: t(value) }))}
            value={row.sex}
            onChange={set('sex')}
          />
          <CheckField label={t('isIndex')} value={row.index} onChange={set('index')} />
        </FieldRow>
      )}
    </RowsField>
  )
}

/** The systems around, each with its link. */
export function EcomapSystems({ day, change }: RowsProps) {
  const t = useWords(ecomapPageWords)
  const anew = (): EcomapSystem => ({
    id: crypto.randomUUID(),
    name: '',
    domain: 'family',
    member: null,
    strength: 'ordinary',
    stress: 0,
    flow: 'none',
    note: '',
  })
  return (
    <RowsField
      label={t('systems')}
      value={day.systems}
      onChange={(systems) => change({ systems })}
      max={40}
      addLabel={t('addSystem')}
      newRow={anew}
      rowName={({ name }) => name}
    >
      {(tools) => <SystemRow {...tools} members={day.members} />}
    </RowsField>
  )
}

type SystemRowProps = RowTools<EcomapSystem> & { members: EcomapDay['members'] }

function SystemRow({ row, set, members }: SystemRowProps) {
  const t = useWords(ecomapPageWords)
  const { language } = useLanguage()
  const stresses = ['0', '1', '2', '3'] as const
  return (
    <FieldRow>
      <TextField label={t('system')} required maxLength={200} value={row.name} onChange={set('name')} />
      <ChoiceField
        label={t('domain')}
        shape="list"
        choices={systemDomains.map((value) => ({ value, label: domainWords[value][language] }))}
        value={row.domain}
        onChange={set('domain')}
      />
      {members.length > 0 && (
        <ChoiceField
          label={t('whose')}
          shape="list"
          choices={[
            { value: '', label: t('all') },
            ...members.map(({ id, name }) => ({ value: id, label: name || t('unknown') })),
          ]}
          value={row.member ?? ''}
          onChange={(member) => set('member')(member || null)}
        />
      )}
      <ChoiceField
        label={t('strength')}
        shape="list"
        choices={linkStrengths.map((value) => ({ value, label: strengthWords[value][language] }))}
        value={row.strength}
        onChange={set('strength')}
      />
      <ChoiceField
        label={t('stress')}
        shape="list"
        choices={stresses.map((value) => ({ value, label: value }))}
        value={stresses[row.stress]}
        onChange={(value) => set('stress')(Number(value))}
      />
      <ChoiceField
        label={t('flow')}
        shape="list"
        choices={linkFlows.map((value) => ({ value, label: flowWords[value][language] }))}
        value={row.flow}
        onChange={set('flow')}
      />
      <TextField label={t('note')} maxLength={200} value={row.note} onChange={set('note')} />
    </FieldRow>
  )
}
