import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EcomapDay } from '#contract/drawings.ts'
import { drawEcomap } from '#drawing/ecomap/draw.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { WhyMasked } from '#web/case/overview/WhyMasked.tsx'
import {
  ActionButton,
  CheckField,
  ChoiceField,
  EmptyState,
  FieldRow,
  Section,
  todayHere,
} from '#web/ui/index.ts'
import './drawings.css'
import { ecomapsQuery } from './drawings.api.ts'
import { EcomapForm } from './EcomapForm.tsx'
import { EcomapMeasures } from './EcomapMeasures.tsx'
import { EcomapWays } from './EcomapWays.tsx'
import { ecomapPageWords } from './ecomap-page.words.ts'
import { InWords } from './InWords.tsx'
import { Picture } from './Picture.tsx'

/** The ecomaps of a case: drawn, kept by day, compared, and in numbers over time. */
export function EcomapPage() {
  const t = useWords(ecomapPageWords)
  const caseId = useRouteParam('caseId')
  const { data: view } = useSuspenseQuery(ecomapsQuery(caseId))
  const [written, write] = useState<EcomapDay | null>(null)
  const days = view.days.toSorted((a, b) => (a.day < b.day ? 1 : -1))
  const [latest] = days
  const anew = {
    ...(latest ?? { centre: '', members: [], systems: [] }),
    id: crypto.randomUUID(),
    day: todayHere(),
  }
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      {written ? (
        <EcomapForm caseId={caseId} view={view} beginning={written} onDone={() => write(null)} />
      ) : (
        <>
          <ActionButton
            ability={view.abilities.write}
            reason={t('closed')}
            look="main"
            onClick={() => write(anew)}
          >
            {latest ? t('beginFrom') : t('begin')}
          </ActionButton>
          {view.masked ? (
            <WhyMasked caseId={caseId} of="ecomap" />
          ) : latest ? (
            <Kept days={days} canChange={view.abilities.write === 'yes'} onChange={write} />
          ) : (
            <EmptyState title={t('none')}>{view.abilities.write === 'yes' && t('noneLead')}</EmptyState>
          )}
        </>
      )}
    </CaseFrame>
  )
}

type KeptProps = { days: readonly EcomapDay[]; canChange: boolean; onChange: (day: EcomapDay) => void }

function Kept({ days, canChange, onChange }: KeptProps) {
  const t = useWords(ecomapPageWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const [chosen, choose] = useState('')
  const [other, compare] = useState('')
  const [initials, setInitials] = useState(false)
  const day = days.find(({ id }) => id === chosen) ?? days[0]
  const beside = days.find(({ id }) => id === other)
  if (!day) return null
  const drawn = (each: EcomapDay, onScreen: boolean) =>
    drawEcomap(readEcomap(ecomapFrom(each)), {
      language,
      day: each.day,
      initials,
      title: t('title'),
      onScreen,
    })
  const choices = days.map(({ id, day: on }) => ({ value: id, label: formats.date(on) }))
  const onScreen = drawn(day, true)
  return (
    <>
      <Section
        title={t('picture', { day: formats.date(day.day) })}
        actions={
          <EcomapWays onPaper={() => drawn(day, false)}>
            {canChange && (
              <ActionButton ability="yes" onClick={() => onChange(day)}>
                {t('change')}
              </ActionButton>
            )}
          </EcomapWays>
        }
      >
        {days.length > 1 && (
          <FieldRow>
            <ChoiceField label={t('which')} shape="list" choices={choices} value={day.id} onChange={choose} />
            <ChoiceField
              label={t('beside')}
              shape="list"
              choices={[
                { value: '', label: t('nobody') },
                ...choices.filter(({ value }) => value !== day.id),
              ]}
              value={beside?.id ?? ''}
              onChange={compare}
            />
          </FieldRow>
        )}
        <CheckField label={t('initials')} value={initials} onChange={setInitials} />
        <div className={beside ? 'drawings drawings-beside' : 'drawings'}>
          {beside && (
            <Picture svg={drawn(beside, true).svg} label={t('picture', { day: formats.date(beside.day) })} />
          )}
          <Picture svg={onScreen.svg} label={t('picture', { day: formats.date(day.day) })} />
        </div>
      </Section>
      <EcomapMeasures days={days} />
      <Section title={t('inWords')}>
        <InWords told={onScreen.told} />
      </Section>
    </>
  )
}
