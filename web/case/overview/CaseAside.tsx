import type { CaseView } from '#contract/case/overview.ts'
import { grantSource, riskLevel, serviceField, workflowTemplate } from '#contract/codes/index.ts'
import { nameIn } from '#contract/settings/index.ts'
import { CaseAuditLines } from '#web/audit/CaseAuditLines.tsx'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { StoryLines } from '#web/case/timeline/StoryLines.tsx'
import { Facts, PersonName, SidePanel, todayHere } from '#web/ui/index.ts'
import { ConfidentialityPanel } from './ConfidentialityPanel.tsx'
import { SiteOfCase } from './SiteOfCase.tsx'
import { overviewWords } from './overview.words.ts'

/** Beside the case: what kind of case it is, who works on it, what happened last, and for its owner who looked. */
export function CaseAside({ caseView }: { caseView: CaseView }) {
  const t = useWords(overviewWords)
  const label = useLabel()
  return (
    <>
      <SidePanel title={t('teamTitle')}>
        <ul className="case-team">
          {caseView.team.map(({ worker, source }) => (
            <li key={`${worker.id} ${source}`}>
              <PersonName>{worker.name}</PersonName> <small>{label(grantSource, source)}</small>
            </li>
          ))}
        </ul>
      </SidePanel>
      <SidePanel title={t('story')}>
        <StoryLines caseId={caseView.id} count={4} />
        <Link to={`/cases/${caseView.id}/timeline`}>{t('wholeStory')}</Link>
      </SidePanel>
      {caseView.abilities.audit === 'yes' && (
        <SidePanel title={t('looked')}>
          <CaseAuditLines caseId={caseView.id} count={4} />
          <Link to={`/cases/${caseView.id}/audit`}>{t('wholeAudit')}</Link>
        </SidePanel>
      )}
      <CaseFactsPanel caseView={caseView} />
      <ConfidentialityPanel caseView={caseView} />
    </>
  )
}

function CaseFactsPanel({ caseView }: { caseView: CaseView }) {
  const t = useWords(overviewWords)
  const label = useLabel()
  const formats = useFormats()
  const { language } = useLanguage()
  const day = (moment: string | null) => moment && formats.date(todayHere(new Date(moment)))
  return (
    <SidePanel title={t('facts')}>
      <Facts
        facts={[
          {
            label: t('fields'),
            value: formats.phrases(
              caseView.serviceFields.map((field) => label(serviceField, field, caseView.openedAt)),
            ),
          },
          { label: t('risk'), value: label(riskLevel, caseView.riskLevel) },
          { label: t('site'), value: caseView.site && nameIn(caseView.site, language) },
          { label: t('template'), value: label(workflowTemplate, caseView.template) },
          { label: t('opened'), value: day(caseView.openedAt) },
          { label: t('closed'), value: day(caseView.closedAt) },
          { label: t('keepUntil'), value: caseView.keepUntil && formats.date(caseView.keepUntil) },
        ]}
      />
      <SiteOfCase caseView={caseView} />
    </SidePanel>
  )
}
