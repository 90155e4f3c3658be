import '../intake.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { CrisisView } from '#contract/case/crisis.ts'
import { crisisDanger, crisisLineKind, dangerKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Facts, LinkButton, Notice, Page, Section, Timeline } from '#web/ui/index.ts'
import { inquiryPlaces } from '../inquiry/places.ts'
import { CrisisForm } from './CrisisForm.tsx'
import { CrisisLineForm } from './CrisisLineForm.tsx'
import { EndCrisisForm } from './EndCrisisForm.tsx'
import { crisisQuery } from './crisis.api.ts'
import { crisisWords } from './crisis.words.ts'

/** A crisis at the first contact: who was told, what is known, what was done, how it ended. */
export function CrisisPage() {
  const t = useWords(crisisWords)
  const formats = useFormats()
  const id = useRouteParam('inquiryId')
  const { data: crisis } = useSuspenseQuery(crisisQuery(id))
  const open = crisis.ended === null
  const goOn = <LinkButton to={inquiryPlaces(id).sheet}>{t('goOn')}</LinkButton>
  return (
    <Page
      title={t('title')}
      lead={t('opened', { name: crisis.openedBy.name, when: formats.moment(crisis.openedAt) })}
      back={{ to: inquiryPlaces(id).sheet, label: t('back') }}
      nextStep={open && goOn}
    >
      <Standing crisis={crisis} />
      {open && crisis.abilities.change === 'yes' ? <CrisisForm crisis={crisis} /> : <Known crisis={crisis} />}
      <Section title={t('done')} lead={t('doneLead')}>
        <Lines crisis={crisis} />
        {open && crisis.abilities.change === 'yes' && <CrisisLineForm inquiryId={id} />}
      </Section>
      {open && crisis.abilities.change === 'yes' && <EndCrisisForm crisis={crisis} />}
    </Page>
  )
}

function Standing({ crisis }: { crisis: CrisisView }) {
  const t = useWords(crisisWords)
  const formats = useFormats()
  const told = crisis.lines.filter(({ kind, what }) => kind === 'report' && what === '').map(({ who }) => who)
  const { ended } = crisis
  if (ended)
    return (
      <Notice title={t('over')}>
        {ended.outcome}
        {' · '}
        {t('ended', { name: ended.by.name, when: formats.moment(ended.at) })}
      </Notice>
    )
  return (
    <Notice tone="danger" title={t('open')}>
      {told.length > 0 ? t('told', { names: formats.list(told) }) : t('toldNobody')}
    </Notice>
  )
}

function Known({ crisis: { sheet } }: { crisis: CrisisView }) {
  const t = useWords(crisisWords)
  const label = useLabel()
  const formats = useFormats()
  return (
    <Section title={t('known')}>
      <Facts
        facts={[
          { label: t('kinds'), value: formats.list(sheet.kinds.map((kind) => label(dangerKind, kind))) },
          { label: t('danger'), value: label(crisisDanger, sheet.danger) },
          { label: t('facts'), value: sheet.facts },
          { label: t('personsAtRisk'), value: sheet.personsAtRisk },
          { label: t('lifeSafety'), value: sheet.lifeSafety },
          { label: t('propertySafety'), value: sheet.propertySafety },
        ]}
      />
    </Section>
  )
}

function Lines({ crisis: { lines } }: { crisis: CrisisView }) {
  const t = useWords(crisisWords)
  const label = useLabel()
  const formats = useFormats()
  if (lines.length === 0) return <p>{t('nothing')}</p>
  return (
    <Timeline
      items={lines.map((line) => ({
        key: line.id,
        when: formats.moment(line.doneAt),
        dateTime: line.doneAt,
        title: [label(crisisLineKind, line.kind), line.what || t('notified'), line.who, line.result]
          .filter((part) => part !== '')
          .join(' · '),
        body: line.recordedBy.name,
      }))}
    />
  )
}
