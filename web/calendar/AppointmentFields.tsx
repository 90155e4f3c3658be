import { useSuspenseQuery } from '@tanstack/react-query'
import type { AppointmentSheet } from '#contract/calendar.ts'
import { appointmentKind, contactMode, roomPrivacy } from '#contract/codes/index.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { caseQuery } from '#web/case/overview/overview.api.ts'
import * as ui from '#web/ui/index.ts'
import { calendarWords } from './calendar.words.ts'
import { useRooms } from './useRooms.ts'

/** An appointment while it is written: its times may still be missing. */
export type WrittenAppointment = Omit<AppointmentSheet, 'startsAt' | 'endsAt'> & {
  startsAt: string | null
  endsAt: string | null
}

type FieldsProps = {
  caseId: string
  written: WrittenAppointment
  change: (part: Partial<WrittenAppointment>) => void
  refused: unknown
}

const hour = 3_600_000

/** What for, when, where, how private, with whom. */
export function AppointmentFields(props: FieldsProps) {
  const t = useWords(calendarWords)
  const { written, change, refused } = props
  const errorAt = useRefusedFields(refused)
  const kinds = useChoices(appointmentKind)
  const modes = useChoices(contactMode)
  const begin = (startsAt: string | null) => {
    const until = startsAt === null ? null : new Date(Date.parse(startsAt) + hour).toISOString()
    change({ startsAt, endsAt: until })
  }
  return (
    <>
      <ui.ChoiceField
        label={t('kind')}
        choices={kinds}
        value={written.kind}
        onChange={(kind) =>
          change({ kind, ...(kind === 'home-visit' ? { mode: 'home-visit', roomId: null } : {}) })
        }
      />
      <ui.FieldRow>
        <ui.MomentField label={t('startsAt')} required value={written.startsAt} onChange={begin} />
        <ui.MomentField
          label={t('endsAt')}
          required
          value={written.endsAt}
          onChange={(endsAt) => change({ endsAt })}
          error={errorAt('endsAt')}
        />
        <ui.ChoiceField
          label={t('mode')}
          choices={modes}
          value={written.mode}
          onChange={(mode) => change({ mode })}
        />
      </ui.FieldRow>
      <Where {...props} />
      <ui.LongTextField
        label={t('purpose')}
        hint={t('purposeHint')}
        rows={2}
        value={written.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <WithWhom {...props} />
    </>
  )
}

const elsewhere = 'elsewhere'

/** A room with its rating, or a place in words; a room that is less private than needed is said at once. */
function Where({ written, change, refused }: FieldsProps) {
  const t = useWords(calendarWords)
  const label = useLabel()
  const errorAt = useRefusedFields(refused)
  const { rooms, nameOf } = useRooms()
  const ratings = useChoices(roomPrivacy)
  const room = rooms.find(({ id }) => id === written.roomId)
  const order = roomPrivacy.codes
  const isLess = room !== undefined && order.indexOf(room.privacy) > order.indexOf(written.privacy)
  return (
    <>
      <ui.ChoiceField
        label={t('privacy')}
        choices={ratings}
        value={written.privacy}
        onChange={(privacy) => change({ privacy })}
      />
      <ui.FieldRow>
        <ui.ChoiceField
          label={t('room')}
          shape="list"
          choices={[
            { value: elsewhere, label: t('elsewhere') },
            ...rooms.map(({ id, privacy }) => ({
              value: id,
              label: `${nameOf(id)} · ${label(roomPrivacy, privacy)}`,
            })),
          ]}
          value={written.roomId ?? elsewhere}
          onChange={(id) => change({ roomId: id === elsewhere ? null : id })}
        />
        {written.roomId === null && (
          <ui.TextField
            label={t('place')}
            required
            value={written.place}
            onChange={(place) => change({ place })}
            error={errorAt('place')}
          />
        )}
      </ui.FieldRow>
      {isLess && (
        <ui.Notice tone="warn">{t('lessPrivate', { room: label(roomPrivacy, room.privacy) })}</ui.Notice>
      )}
      {isLess && (
        <ui.LongTextField
          label={t('privacyReason')}
          rows={2}
          required
          value={written.privacyReason}
          onChange={(privacyReason) => change({ privacyReason })}
          error={errorAt('privacyReason')}
        />
      )}
    </>
  )
}

/** Colleagues who see the case, each once, and everybody else in words. */
function WithWhom({ caseId, written, change }: FieldsProps) {
  const t = useWords(calendarWords)
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  const names = new Map(caseView.team.map(({ worker }) => [worker.id, worker.name]))
  return (
    <>
      <ui.TextField
        label={t('withWhom')}
        hint={t('withWhomHint')}
        value={written.withWhom}
        onChange={(withWhom) => change({ withWhom })}
      />
      <ui.ManyChoicesField
        label={t('workerIds')}
        hint={t('workersHint')}
        choices={[...names].map(([value, name]) => ({ value, label: name }))}
        value={written.workerIds}
        onChange={(workerIds) => change({ workerIds })}
      />
    </>
  )
}
