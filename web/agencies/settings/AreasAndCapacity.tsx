import type { Capacity, Catchment } from '#contract/settings/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Facts, FieldGroup, FieldRow, NumberField, RowsField, TextField } from '#web/ui/index.ts'
import type { SheetTools } from './DatedSheet.tsx'
import { reachWords } from './reach.words.ts'

const levels = [4, 3, 2, 1] as const
const nameOf = (level: (typeof levels)[number]) => `level${level}` as const

/** Where the agency serves, to read. */
export function CatchmentShown({ sheet: { areas } }: { sheet: Catchment }) {
  const t = useWords(reachWords)
  if (areas.length === 0) return <p>{t('any')}</p>
  return <Facts facts={areas.map(({ prefix, name }) => ({ label: prefix, value: name || t('any') }))} />
}

/** Where the agency serves, to change. */
export function CatchmentFields({ sheet, set, error }: SheetTools<Catchment>) {
  const t = useWords(reachWords)
  return (
    <RowsField
      label={t('catchment')}
      addLabel={t('addArea')}
      value={sheet.areas}
      onChange={set('areas')}
      newRow={() => ({ prefix: '', name: '' })}
      max={500}
    >
      {({ row, set: setRow, index }) => (
        <FieldRow>
          <TextField
            label={t('prefix')}
            hint={t('prefixHint')}
            required
            inputMode="numeric"
            value={row.prefix}
            onChange={setRow('prefix')}
            error={error(`areas.${index}.prefix`) ?? error(`areas.${index}`)}
          />
          <TextField label={t('place')} value={row.name} onChange={setRow('name')} />
        </FieldRow>
      )}
    </RowsField>
  )
}

/** How much the agency carries, to read. */
export function CapacityShown({ sheet: capacity }: { sheet: Capacity }) {
  const t = useWords(reachWords)
  const said = (limit: number | null) => (limit === null ? t('any') : String(limit))
  return (
    <Facts
      facts={[
        { label: t('cases'), value: said(capacity.cases) },
        { label: t('waitingList'), value: said(capacity.waitingList) },
        ...levels.map((level) => ({
          label: `${t('perWorker')} · ${t('level', { level })}`,
          value: said(capacity.perWorker[nameOf(level)]),
        })),
      ]}
    />
  )
}

/** How much the agency carries, to change. */
export function CapacityFields({ sheet, set, error }: SheetTools<Capacity>) {
  const t = useWords(reachWords)
  const { perWorker } = sheet
  return (
    <>
      <FieldRow>
        <NumberField
          label={t('cases')}
          min={0}
          value={sheet.cases}
          onChange={set('cases')}
          error={error('cases')}
        />
        <NumberField
          label={t('waitingList')}
          min={0}
          value={sheet.waitingList}
          onChange={set('waitingList')}
          error={error('waitingList')}
        />
      </FieldRow>
      <FieldGroup label={t('perWorker')}>
        <FieldRow>
          {levels.map((level) => (
            <NumberField
              key={level}
              label={t('level', { level })}
              min={0}
              value={perWorker[nameOf(level)]}
              onChange={(limit) => set('perWorker')({ ...perWorker, [nameOf(level)]: limit })}
              error={error(`perWorker.${nameOf(level)}`)}
            />
          ))}
        </FieldRow>
      </FieldGroup>
    </>
  )
}
