import { useQuery } from '@tanstack/react-query'
import {
  notNowReason,
  occupationalLevel,
  potentialClientKind,
  referralReason,
  serviceField,
} from '#contract/codes/index.ts'
import { useChoices, useFormats, useLanguage, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { ChoiceField, LongTextField, ManyChoicesField, TextField } from '#web/ui/index.ts'
import type { DecisionDraft } from './decision.ts'
import { decisionWords } from './decision.words.ts'
import { colleaguesQuery } from './inquiry.api.ts'
import { SiteField } from './SiteField.tsx'

type DecisionFieldsProps = { draft: DecisionDraft; change: (part: Partial<DecisionDraft>) => void }

/** What the chosen decision needs besides its reason. */
export function DecisionFields({ draft, change }: DecisionFieldsProps) {
  if (draft.decision === 'accept') return <AcceptanceFields draft={draft} change={change} />
  if (draft.decision === 'refer') return <ReferralFields draft={draft} change={change} />
  const informs = ['information-only', 'short-term', 'not-accepted']
  const leaves = ['information-only', 'not-now', 'not-accepted']
  const decision = draft.decision ?? ''
  return (
    <>
      {decision === 'not-now' && <NotNowField draft={draft} change={change} />}
      {informs.includes(decision) && <InformationField draft={draft} change={change} />}
      {leaves.includes(decision) && <PotentialField draft={draft} change={change} />}
    </>
  )
}

/** Truly not needed, or something else that the reason tells. */
function NotNowField({ draft, change }: DecisionFieldsProps) {
  const t = useWords(decisionWords)
  return (
    <ChoiceField
      id="notNowReason"
      label={t('notNowReason')}
      choices={useChoices(notNowReason)}
      required
      value={draft.notNowReason}
      onChange={(reason) => change({ notNowReason: reason })}
    />
  )
}

/** Whoever leaves without becoming a client may stay in mind as a potential one. */
function PotentialField({ draft, change }: DecisionFieldsProps) {
  const t = useWords(decisionWords)
  return (
    <ChoiceField
      id="potentialKind"
      label={t('potentialKind')}
      hint={t('potentialHint')}
      choices={useChoices(potentialClientKind)}
      value={draft.potentialKind}
      onChange={(potentialKind) => change({ potentialKind })}
    />
  )
}

function AcceptanceFields({ draft, change }: DecisionFieldsProps) {
  const t = useWords(decisionWords)
  const fields = useOwnChoices(serviceField)
  return (
    <>
      <ChoiceField
        id="caseManagerId"
        label={t('caseManagerId')}
        choices={useCaseManagers()}
        shape="list"
        required
        value={draft.caseManagerId}
        onChange={(caseManagerId) => change({ caseManagerId })}
      />
      <ManyChoicesField
        id="serviceFields"
        label={t('serviceFields')}
        hint={t('fieldsHint')}
        choices={fields}
        required
        value={draft.serviceFields}
        onChange={(serviceFields) => change({ serviceFields })}
      />
      <SiteField draft={draft} change={change} />
    </>
  )
}

/** Whoever does case work here, with their level and how much they carry; oneself while the list is on its way. */
function useCaseManagers() {
  const t = useWords(decisionWords)
  const { language } = useLanguage()
  const formats = useFormats()
  const { worker } = useMe()
  const { data } = useQuery(colleaguesQuery)
  if (!data) return [{ value: worker.id, label: worker.name }]
  return data
    .filter(({ active, role }) => active && (role === 'worker' || role === 'supervisor'))
    .toSorted((one, other) => formats.compare(one.name, other.name))
    .map(({ id, name, level, openCases }) => ({
      value: id,
      label: t('managerLine', { name, level: occupationalLevel.label(level, language), count: openCases }),
    }))
}

function ReferralFields({ draft, change }: DecisionFieldsProps) {
  const t = useWords(decisionWords)
  const reasons = useOwnChoices(referralReason)
  return (
    <>
      <TextField
        id="referredTo"
        label={t('referredTo')}
        required
        value={draft.referredTo}
        onChange={(referredTo) => change({ referredTo })}
      />
      <ChoiceField
        id="referralReason"
        label={t('referralReason')}
        choices={reasons}
        shape="pills"
        required
        value={draft.referralReason}
        onChange={(reason) => change({ referralReason: reason })}
      />
    </>
  )
}

function InformationField({ draft, change }: DecisionFieldsProps) {
  const t = useWords(decisionWords)
  return (
    <LongTextField
      id="informationGiven"
      label={t('informationGiven')}
      hint={t('informationHint')}
      required={draft.decision === 'information-only'}
      rows={2}
      value={draft.informationGiven}
      onChange={(informationGiven) => change({ informationGiven })}
    />
  )
}
