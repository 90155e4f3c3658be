import { type DeadlineRule, nameIn } from '#contract/settings/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, CheckField, ChoiceField, Facts, FieldRow, NumberField } from '#web/ui/index.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { deadlinesWords } from './deadlines.words.ts'
import { fieldsWords } from './fields.words.ts'
import { NamesField } from './NamesField.tsx'
import { EventFields, useEventText } from './RuleEvent.tsx'
import { OnlyInField, useOnlyIn } from './OnlyInField.tsx'
import { settingsWords } from './settings.words.ts'

const blank: DeadlineRule = {
  name: { 'zh-CN': '', en: '', ru: '' },
  when: { kind: 'stage-opened', stage: 'assessment' },
  days: 5,
  unit: 'working-days',
  who: 'case-manager',
  template: null,
  retired: false,
}

/** One deadline that the agency sets itself. */
export function RuleSheet({ id, onDone }: { id: string; onDone?: () => void }) {
  const t = useWords(fieldsWords)
  return (
    <DatedSheet
      kind="deadline-rule"
      subject={id}
      title={t('rules')}
      blank={blank}
      Shown={RuleShown}
      Fields={RuleFields}
      {...(onDone ? { onDone } : {})}
    />
  )
}

function RuleShown({ sheet: rule }: { sheet: DeadlineRule }) {
  const t = useWords(fieldsWords)
  const say = useWords(settingsWords)
  const span = useWords(deadlinesWords)
  const { language } = useLanguage()
  const eventText = useEventText()
  return (
    <>
      <h3>
        {nameIn(rule.name, language)} {rule.retired && <Badge tone="done">{say('closed')}</Badge>}
      </h3>
      <Facts
        facts={[
          { label: t('when'), value: eventText(rule.when) },
          { label: t('days'), value: span(rule.unit, { count: rule.days }) },
          { label: t('who'), value: t(rule.who) },
          { label: t('onlyIn'), value: useOnlyIn(rule.template) },
        ]}
      />
    </>
  )
}

function RuleFields({ sheet, set, error, isNew }: SheetTools<DeadlineRule>) {
  const t = useWords(fieldsWords)
  const say = useWords(settingsWords)
  return (
    <>
      <NamesField
        label={t('ruleName')}
        required
        value={sheet.name}
        onChange={set('name')}
        error={error('name.zh-CN') ?? error('name')}
      />
      <EventFields when={sheet.when} onChange={set('when')} error={error('when')} />
      <FieldRow>
        <NumberField
          label={t('days')}
          min={0}
          value={sheet.days}
          onChange={(days) => set('days')(days ?? 0)}
          error={error('days')}
        />
        <ChoiceField
          label={t('unit')}
          choices={[
            { value: 'working-days', label: t('working-days') },
            { value: 'days', label: t('calendar-days') },
          ]}
          value={sheet.unit}
          onChange={set('unit')}
        />
      </FieldRow>
      <ChoiceField
        label={t('who')}
        choices={[
          { value: 'case-manager', label: t('case-manager') },
          { value: 'supervisor', label: t('supervisor') },
        ]}
        value={sheet.who}
        onChange={set('who')}
      />
      <OnlyInField value={sheet.template} onChange={set('template')} />
      {!isNew && <CheckField label={say('close')} value={sheet.retired} onChange={set('retired')} />}
    </>
  )
}
