import { workflowTemplate } from '#contract/codes/index.ts'
import { useChoices, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, Section } from '#web/ui/index.ts'
import { CaseNumberFields, CaseNumberShown } from './CaseNumberSheet.tsx'
import { DatedSheet } from './DatedSheet.tsx'
import { SettingsFrame } from './SettingsFrame.tsx'
import { workflowWords } from './workflow.words.ts'

const noPattern = { prefix: '', fieldLetters: [], withYear: true, width: 4, separator: '-' as const }

/** By which template new cases go, and how they are numbered. */
export function WorkflowPage() {
  const t = useWords(workflowWords)
  const label = useLabel()
  const templates = useChoices(workflowTemplate)
  return (
    <SettingsFrame place="workflow">
      <Section title={t('template')} lead={t('templateLead')}>
        <DatedSheet
          kind="workflow"
          title={t('template')}
          blank={{ template: 'standard' }}
          empty={<p>{label(workflowTemplate, 'standard')}</p>}
          show={({ template }) => <p>{label(workflowTemplate, template)}</p>}
          form={({ sheet, set, error }) => (
            <ChoiceField
              label={t('template')}
              choices={templates}
              value={sheet.template}
              onChange={set('template')}
              error={error('template')}
            />
          )}
        />
      </Section>
      <Section title={t('number')} lead={t('numberLead')}>
        <DatedSheet
          kind="case-number"
          title={t('number')}
          blank={noPattern}
          empty={<p>{t('byProduct')}</p>}
          show={(pattern) => <CaseNumberShown pattern={pattern} />}
          form={(tools) => <CaseNumberFields {...tools} />}
        />
      </Section>
    </SettingsFrame>
  )
}
