import { useQuery } from '@tanstack/react-query'
import { workflowTemplate } from '#contract/codes/index.ts'
import { nameIn } from '#contract/settings/index.ts'
import { currentOf, ofKind, settingsQuery } from '#web/agencies/settings/settings.api.ts'
import { useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import type { DecisionDraft } from './decision.ts'
import { decisionWords } from './decision.words.ts'

type SiteFieldProps = Readonly<{ draft: DecisionDraft; change: (part: Partial<DecisionDraft>) => void }>

/** At which site the case is opened, each with the workflow it brings; nothing is asked where the agency has no sites. */
export function SiteField({ draft, change }: SiteFieldProps) {
  const t = useWords(decisionWords)
  const label = useLabel()
  const { language } = useLanguage()
  const { data: known } = useQuery(settingsQuery('site'))
  const { data: workflows } = useQuery(settingsQuery('workflow'))
  if (!known || !workflows) return null
  const sites = ofKind(known, 'site').filter(({ state, sheet }) => state === 'in-force' && !sheet.closed)
  if (sites.length === 0) return null
  const templateOf = (subject: string) =>
    (currentOf(workflows, 'workflow', subject) ?? currentOf(workflows, 'workflow'))?.sheet.template
  const chosen = templateOf(draft.siteId ?? '') ?? 'standard'
  return (
    <ChoiceField
      id="siteId"
      label={t('siteId')}
      hint={t('siteHint', { workflow: label(workflowTemplate, chosen) })}
      shape="list"
      choices={[
        { value: '', label: t('wholeAgency') },
        ...sites.map(({ subject, sheet }) => ({ value: subject, label: nameIn(sheet.name, language) })),
      ]}
      value={draft.siteId ?? ''}
      onChange={(siteId) => change({ siteId: siteId || null })}
    />
  )
}
