import { useState } from 'react'
import type { PlanView } from '#contract/case/plan.ts'
import { type Confirmer, confirmationWay, familyRelation } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { awaitedWords } from '#web/case/overview/awaited.words.ts'
import { Badge, Button, LinkButton, Notice, PersonName, Section } from '#web/ui/index.ts'
import { ConfirmationDialog } from './ConfirmationDialog.tsx'
import { confirmWords } from './confirm.words.ts'

/** Who has to confirm the plan, who has, and who is still missing. */
export function ConfirmationPanel({ plan }: { plan: PlanView }) {
  const t = useWords(confirmWords)
  const { needsGuardian, isMinor, missing } = plan.confirmationNeed
  const wanted: Confirmer[] = needsGuardian ? ['client', 'guardian'] : ['client']
  const isOpen = plan.state === 'proposed'
  return (
    <Section title={t('title')} {...(isOpen && missing.length > 0 ? { lead: t('lead') } : {})}>
      {isOpen && needsGuardian && missing.includes('guardian') && <p>{t(isMinor ? 'minor' : 'limited')}</p>}
      <ul className="confirmations">
        {wanted.map((who) => (
          <ConfirmerLine key={who} who={who} plan={plan} />
        ))}
      </ul>
      {isOpen && missing.length === 0 && <Notice>{t('allGiven')}</Notice>}
    </Section>
  )
}

function ConfirmerLine({ who, plan }: { who: Confirmer; plan: PlanView }) {
  const t = useWords(confirmWords)
  const [recording, record] = useState(false)
  const { confirmationNeed, confirmations, abilities } = plan
  const isMissing = confirmationNeed.missing.includes(who)
  const isFirst = confirmationNeed.missing[0] === who
  const lacksGuardian = who === 'guardian' && confirmationNeed.guardians.length === 0
  const canRecord = isMissing && abilities.confirm === 'yes' && !lacksGuardian
  return (
    <li>
      <div>
        <strong>{t(who)}</strong>{' '}
        <Badge {...(isMissing ? { tone: 'warn' } : { tone: 'done' })}>
          {t(isMissing ? 'missing' : 'given')}
        </Badge>
        <Names who={who} plan={plan} />
        <Since who={who} plan={plan} />
        {confirmations
          .filter(({ givenAs }) => givenAs === who)
          .map((given) => (
            <GivenLine key={given.id} given={given} />
          ))}
        {isMissing && lacksGuardian && <p>{t('noGuardian')}</p>}
      </div>
      {canRecord && (
        <Button look={isFirst ? 'main' : 'plain'} onClick={() => record(true)}>
          {t('record')}
        </Button>
      )}
      {isMissing && lacksGuardian && (
        <LinkButton to={`/people/${plan.client.id}`}>{t('toClient')}</LinkButton>
      )}
      {recording && <ConfirmationDialog who={who} plan={plan} close={() => record(false)} />}
    </li>
  )
}

/** Whose confirmation is meant, before it is given. */
function Names({ who, plan }: { who: Confirmer; plan: PlanView }) {
  const label = useLabel()
  if (!plan.confirmationNeed.missing.includes(who)) return null
  if (who === 'client') return <PersonName>{plan.client.name}</PersonName>
  return plan.confirmationNeed.guardians.map(({ id, name, kind }) => {
    const known = familyRelation.schema.safeParse(kind)
    return (
      <p key={id}>
        <PersonName>{name}</PersonName>
        {known.success && ` (${label(familyRelation, known.data)})`}
      </p>
    )
  })
}

/** Since when it is awaited: since the plan was signed, by the last hand that had to. */
function Since({ who, plan }: { who: Confirmer; plan: PlanView }) {
  const t = useWords(awaitedWords)
  const formats = useFormats()
  const ready = plan.cosignature ?? plan.signature
  if (plan.state !== 'proposed' || !ready || !plan.confirmationNeed.missing.includes(who)) return null
  return <p className="field-hint">{t('since', { when: formats.moment(ready.at) })}</p>
}

function GivenLine({ given }: { given: PlanView['confirmations'][number] }) {
  const t = useWords(confirmWords)
  const label = useLabel()
  const formats = useFormats()
  return (
    <p>
      <PersonName>{given.person.name}</PersonName>
      {' · '}
      {t('when', { way: label(confirmationWay, given.way), when: formats.moment(given.givenAt) })}
      {given.witness && ` · ${t('witnessed', { name: given.witness })}`}
      {given.said && (
        <span className="client-words" dir="auto">
          {given.said}
        </span>
      )}
    </p>
  )
}
