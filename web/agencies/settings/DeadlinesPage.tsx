import {
  defaultLimits,
  type Deadlines,
  limitIn,
  type LimitName,
  limitNames,
} from '#contract/settings/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { type Column, NumberField, Section, Table } from '#web/ui/index.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { deadlinesWords } from './deadlines.words.ts'
import { settingsWords } from './settings.words.ts'
import { SettingsFrame } from './SettingsFrame.tsx'

const blank = Object.fromEntries(limitNames.map((name) => [name, null])) as Deadlines

/** Every limit of the agency beside the proposal of the product and where it comes from. */
export function DeadlinesPage() {
  const t = useWords(settingsWords)
  const say = useWords(deadlinesWords)
  return (
    <SettingsFrame place="deadlines">
      <Section title={t('deadlines')} lead={say('use')}>
        <DatedSheet
          kind="deadlines"
          title={t('deadlines')}
          blank={blank}
          Shown={LimitsShown}
          empty={<LimitsShown sheet={blank} />}
          Fields={LimitFields}
        />
      </Section>
    </SettingsFrame>
  )
}

function useSpan() {
  const t = useWords(deadlinesWords)
  return (name: LimitName, value: number) => t(defaultLimits[name].unit, { count: value })
}

function LimitsShown({ sheet: own }: { sheet: Deadlines }) {
  const t = useWords(deadlinesWords)
  const span = useSpan()
  const said = (name: LimitName) =>
    own[name] === null ? t('byProposal') : <strong>{span(name, limitIn(own, name))}</strong>
  const columns: Column<LimitName>[] = [
    { key: 'what', header: t('what'), cell: (name) => t(name) },
    { key: 'own', header: t('own'), cell: said },
    { key: 'proposal', header: t('proposal'), cell: (name) => span(name, defaultLimits[name].value) },
  ]
  return <Table caption={t('what')} columns={columns} rows={limitNames} rowKey={(name) => name} />
}

function LimitFields({ sheet, set, error }: SheetTools<Deadlines>) {
  const t = useWords(deadlinesWords)
  const span = useSpan()
  return (
    <div className="limit-fields">
      {limitNames.map((name) => (
        <NumberField
          key={name}
          label={t(name)}
          hint={t('ownHint', { value: span(name, defaultLimits[name].value) })}
          min={1}
          value={sheet[name]}
          onChange={set(name)}
          error={error(name)}
        />
      ))}
    </div>
  )
}
