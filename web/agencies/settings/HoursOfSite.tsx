import { type ContactChannel, contactChannel } from '#contract/codes/index.ts'
import type { Hours, HoursException, WeeklyHours } from '#contract/settings/index.ts'
import { useChoices, useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import {
  type Choice,
  CheckField,
  ChoiceField,
  DateField,
  Facts,
  FieldRow,
  RowsField,
  TextField,
} from '#web/ui/index.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { sitesWords } from './sites.words.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const blank: Hours = { weekly: [], exceptions: [] }

/** When somebody answers at one site, channel by channel, and the days that are otherwise. */
export function HoursOfSite({ siteId }: { siteId: string }) {
  const t = useWords(sitesWords)
  return (
    <DatedSheet
      kind="hours"
      subject={siteId}
      title={t('hours')}
      blank={blank}
      Shown={HoursShown}
      Fields={HoursFields}
    />
  )
}

function useDayName() {
  const t = useWords(sitesWords)
  const names = [t('day1'), t('day2'), t('day3'), t('day4'), t('day5'), t('day6'), t('day7')]
  return (weekday: number) => names[weekday - 1] ?? ''
}

function HoursShown({ sheet: hours }: { sheet: Hours }) {
  const t = useWords(sitesWords)
  const label = useLabel()
  const formats = useFormats()
  const dayName = useDayName()
  const ofChannel = (channel: ContactChannel) =>
    weekdays.flatMap((weekday) => {
      const some = hours.weekly.filter((one) => one.channel === channel && one.weekday === weekday)
      const spans = some.map(({ from, until }) => `${from}–${until}`).join(', ')
      return spans === '' ? [] : [{ weekday, text: `${dayName(weekday)} ${spans}` }]
    })
  const exception = ({ day, channel, hours: other, why }: HoursException) =>
    [
      formats.date(day),
      channel === null ? t('anyChannel') : label(contactChannel, channel),
      other === null ? t('shut') : `${other.from}–${other.until}`,
      why,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <Facts
        facts={contactChannel.codes.map((channel) => ({
          label: label(contactChannel, channel),
          value: ofChannel(channel)
            .map(({ text }) => text)
            .join('; '),
        }))}
      />
      {hours.exceptions.length > 0 && (
        <Facts facts={[{ label: t('exceptions'), value: hours.exceptions.map(exception).join('\n') }]} />
      )}
    </>
  )
}

const newHours = (): WeeklyHours => ({ channel: 'phone', weekday: 1, from: '09:00', until: '17:00' })

function HoursFields({ sheet, set, error }: SheetTools<Hours>) {
  const t = useWords(sitesWords)
  return (
    <>
      <RowsField
        label={t('weekly')}
        addLabel={t('addHours')}
        value={sheet.weekly}
        onChange={set('weekly')}
        newRow={() => sheet.weekly.at(-1) ?? newHours()}
        max={150}
      >
        {({ row, set: setRow, index }) => (
          <WeeklyRow row={row} set={setRow} error={error(`weekly.${index}`)} />
        )}
      </RowsField>
      <RowsField
        label={t('exceptions')}
        addLabel={t('addException')}
        value={sheet.exceptions}
        onChange={set('exceptions')}
        newRow={(): HoursException => ({ day: '', channel: null, hours: null, why: '' })}
        max={200}
      >
        {({ row, set: setRow, index }) => (
          <ExceptionRow
            row={row}
            set={setRow}
            error={error(`exceptions.${index}.day`) ?? error(`exceptions.${index}`)}
          />
        )}
      </RowsField>
    </>
  )
}

type RowProps<Row> = Readonly<{
  row: Row
  set: <Key extends keyof Row>(key: Key) => (value: Row[Key]) => void
  error: string | undefined
}>

function WeeklyRow({ row, set, error }: RowProps<WeeklyHours>) {
  const t = useWords(sitesWords)
  const channels = useChoices(contactChannel)
  const dayName = useDayName()
  const days = weekdays.map((day) => ({ value: String(day), label: dayName(day) }))
  return (
    <FieldRow>
      <ChoiceField
        label={t('channel')}
        shape="list"
        choices={channels}
        value={row.channel}
        onChange={set('channel')}
        error={error}
      />
      <ChoiceField
        label={t('weekday')}
        shape="list"
        choices={days}
        value={String(row.weekday)}
        onChange={(day) => set('weekday')(Number(day))}
      />
      <TextField label={t('opens')} hint={t('timeHint')} value={row.from} onChange={set('from')} />
      <TextField label={t('closes')} value={row.until} onChange={set('until')} />
    </FieldRow>
  )
}

const every = 'every'

function ExceptionRow({ row, set, error }: RowProps<HoursException>) {
  const t = useWords(sitesWords)
  const known: readonly Choice<string>[] = useChoices(contactChannel)
  const channels = [{ value: every, label: t('anyChannel') }, ...known]
  const channelFrom = (code: string) => contactChannel.codes.find((one) => one === code) ?? null
  return (
    <>
      <FieldRow>
        <DateField
          label={t('day')}
          required
          value={row.day || null}
          onChange={(day) => set('day')(day ?? '')}
          error={error}
        />
        <ChoiceField
          label={t('channel')}
          shape="list"
          choices={channels}
          value={row.channel ?? every}
          onChange={(code) => set('channel')(channelFrom(code))}
        />
        <TextField label={t('why')} value={row.why} onChange={set('why')} />
      </FieldRow>
      <CheckField
        label={t('shut')}
        value={row.hours === null}
        onChange={(shut) => set('hours')(shut ? null : { from: '09:00', until: '12:00' })}
      />
      {row.hours && <OtherHours hours={row.hours} onChange={set('hours')} />}
    </>
  )
}

type OtherHoursProps = Readonly<{
  hours: NonNullable<HoursException['hours']>
  onChange: (hours: HoursException['hours']) => void
}>

function OtherHours({ hours, onChange }: OtherHoursProps) {
  const t = useWords(sitesWords)
  return (
    <FieldRow>
      <TextField label={t('opens')} value={hours.from} onChange={(from) => onChange({ ...hours, from })} />
      <TextField
        label={t('closes')}
        value={hours.until}
        onChange={(until) => onChange({ ...hours, until })}
      />
    </FieldRow>
  )
}
