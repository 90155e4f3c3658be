import { useSuspenseQuery } from '@tanstack/react-query'
import { type WorkflowTemplate, workflowTemplate } from '#contract/codes/index.ts'
import { nameIn, type Workflow } from '#contract/settings/index.ts'
import { useChoices, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, Section } from '#web/ui/index.ts'
import { CaseNumberFields, CaseNumberShown } from './CaseNumberSheet.tsx'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { ofKind, settingsQuery } from './settings.api.ts'
import { SettingsFrame } from './SettingsFrame.tsx'
import { workflowWords } from './workflow.words.ts'

const noPattern = { prefix: '', fieldLetters: [], withYear: true, width: 4, separator: '-' as const }

/** By which template new cases go, and how they are numbered. */
export function WorkflowPage() {
  const t = useWords(workflowWords)
  const label = useLabel()
  return (
    <SettingsFrame place="workflow">
      <Section title={t('template')} lead={t('templateLead')}>
        <DatedSheet
          kind="workflow"
          title={t('template')}
          blank={{ template: 'standard' }}
          empty={<p>{label(workflowTemplate, 'standard')}</p>}
          Shown={TemplateShown}
          Fields={TemplateFields}
        />
      </Section>
      <TemplatesOfSites />
      <Section title={t('number')} lead={t('numberLead')}>
        <DatedSheet
          kind="case-number"
          title={t('number')}
          blank={noPattern}
          empty={<p>{t('byProduct')}</p>}
          Shown={CaseNumberShown}
          Fields={CaseNumberFields}
        />
      </Section>
    </SettingsFrame>
  )
}

/** Sites that go by a template of their own, and those that go by the agency's. */
function TemplatesOfSites() {
  const t = useWords(workflowWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(settingsQuery('site'))
  const sites = ofKind(data, 'site').filter(({ state, sheet }) => state === 'in-force' && !sheet.closed)
  if (sites.length === 0) return null
  return (
    <Section title={t('bySite')} lead={t('bySiteLead')}>
      <ul className="setting-list">
        {sites.map(({ subject, sheet: { name } }) => (
          <li key={subject}>
            <h3>{nameIn(name, language)}</h3>
            <DatedSheet
              kind="workflow"
              subject={subject}
              title={t('templateOf', { name: nameIn(name, language) })}
              blank={{ template: 'standard' }}
              empty={<p>{t('asAgency')}</p>}
              Shown={TemplateShown}
              Fields={TemplateOfSite}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TemplateShown({ sheet: { template } }: { sheet: Workflow }) {
  const t = useWords(workflowWords)
  const label = useLabel()
  return <p>{template === null ? t('asAgency') : label(workflowTemplate, template)}</p>
}

function TemplateFields(tools: SheetTools<Workflow>) {
  return <TemplateChoice {...tools} choices={useChoices(workflowTemplate)} />
}

/** A site chooses an order of its own, or goes by the agency's from a day on. */
function TemplateOfSite(tools: SheetTools<Workflow>) {
  const t = useWords(workflowWords)
  const choices = [{ value: '' as const, label: t('asAgency') }, ...useChoices(workflowTemplate)]
  return <TemplateChoice {...tools} choices={choices} />
}

type TemplateChoiceProps = SheetTools<Workflow> &
  Readonly<{ choices: readonly Readonly<{ value: WorkflowTemplate | ''; label: string }>[] }>

function TemplateChoice({ sheet, set, error, choices }: TemplateChoiceProps) {
  const t = useWords(workflowWords)
  return (
    <ChoiceField
      label={t('template')}
      choices={choices}
      value={sheet.template ?? ''}
      onChange={(template) => set('template')(template || null)}
      error={error('template')}
    />
  )
}
