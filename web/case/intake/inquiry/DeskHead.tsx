import { useQuery } from '@tanstack/react-query'
import type { DeskCounts } from '#contract/case/intake.ts'
import { caseSource } from '#contract/codes/index.ts'
import { useFormats, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, FieldRow } from '#web/ui/index.ts'
import { type DeskFilter, everything } from './desk-filter.ts'
import { inquiriesWords } from './inquiries.words.ts'
import { deskCountsQuery } from './inquiry.api.ts'

type DeskHeadProps = { filter: DeskFilter; change: (filter: DeskFilter) => void }

/** How many stand at the desk, and which of them one wants to see. */
export function DeskHead({ filter, change }: DeskHeadProps) {
  const { data: counts } = useQuery(deskCountsQuery)
  return (
    <>
      {counts && <Counts counts={counts} />}
      <Filter filter={filter} change={change} />
    </>
  )
}

function Counts({ counts }: { counts: DeskCounts }) {
  const t = useWords(inquiriesWords)
  const formats = useFormats()
  const shown = [
    ['emergencies', t('countEmergencies'), 'danger'],
    ['overdue', t('countOverdue'), 'warn'],
    ['untaken', t('countUntaken'), undefined],
    ['mine', t('countMine'), undefined],
    ['open', t('countOpen'), undefined],
  ] as const
  return (
    <dl className="desk-counts" aria-label={t('counts')}>
      {shown.map(([key, label, tone]) => (
        <div key={key} data-tone={counts[key] > 0 ? tone : undefined}>
          <dt>{label}</dt>
          <dd>{formats.number(counts[key])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Filter({ filter, change }: DeskHeadProps) {
  const t = useWords(inquiriesWords)
  const sources = useOwnChoices(caseSource)
  const states = (['draft', 'registered', 'assessed'] as const).map((value) => ({ value, label: t(value) }))
  const chosen =
    filter !== everything &&
    Object.entries(everything).some(([key, value]) => filter[key as keyof DeskFilter] !== value)
  return (
    <div className="desk-filter">
      <FieldRow>
        <ChoiceField
          label={t('state')}
          shape="list"
          choices={states}
          value={filter.state}
          onChange={(state) => change({ ...filter, state })}
        />
        <ChoiceField
          label={t('source')}
          shape="list"
          choices={sources}
          value={filter.source}
          onChange={(source) => change({ ...filter, source })}
        />
        <ChoiceField
          label={t('takenBy')}
          shape="list"
          choices={[
            { value: 'nobody', label: t('takenByNobody') },
            { value: 'me', label: t('takenByMe') },
          ]}
          value={filter.taken}
          onChange={(taken) => change({ ...filter, taken })}
        />
        <ChoiceField
          label={t('order')}
          shape="list"
          choices={[
            { value: 'urgency', label: t('byUrgency') },
            { value: 'waiting', label: t('byWaiting') },
          ]}
          value={filter.order}
          onChange={(order) => change({ ...filter, order })}
        />
      </FieldRow>
      {chosen && (
        <Button look="quiet" onClick={() => change(everything)}>
          {t('showAll')}
        </Button>
      )}
    </div>
  )
}
