import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgencyView } from '#contract/agencies.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, ChoiceField, Notice, PersonName, Section, Sheet } from '#web/ui/index.ts'
import { agencyQuery, saveDutyOfficer, workersQuery } from './agencies.api.ts'
import { dutyWords } from './duty.words.ts'
import { useRefusedFields } from './useRefusedFields.ts'

const nobody = 'nobody'
const onDuty: readonly string[] = ['worker', 'supervisor', 'agency-head']

/** Who is on duty: everybody reads the name, whoever runs the agency changes it. */
export function DutyOfficerSection({ agency }: { agency: AgencyView }) {
  const t = useWords(dutyWords)
  return (
    <Section title={t('title')} lead={t('lead')}>
      {agency.abilities.nameDutyOfficer === 'yes' ? (
        <DutyOfficerForm agency={agency} />
      ) : agency.dutyOfficer ? (
        <PersonName>{agency.dutyOfficer.name}</PersonName>
      ) : (
        <p>{t('nobody')}</p>
      )}
    </Section>
  )
}

function DutyOfficerForm({ agency }: { agency: AgencyView }) {
  const t = useWords(dutyWords)
  const formats = useFormats()
  const queries = useQueryClient()
  const { data } = useSuspenseQuery(workersQuery)
  const [chosen, choose] = useState(agency.dutyOfficer?.id ?? nobody)
  const saving = useMutation({
    mutationFn: () => saveDutyOfficer({ dutyOfficerId: chosen === nobody ? null : chosen }, agency.version),
    onSuccess: () => queries.invalidateQueries({ queryKey: agencyQuery.queryKey }),
  })
  const errorOf = useRefusedFields(saving.error)
  const colleagues = data.rows
    .filter(({ active, role }) => active && onDuty.includes(role))
    .toSorted((one, other) => formats.compare(one.name, other.name))
  const save = (
    <ActionButton ability={agency.abilities.nameDutyOfficer} type="submit" busy={saving.isPending}>
      {t('save')}
    </ActionButton>
  )
  return (
    <Sheet label={t('title')} onSubmit={() => saving.mutate()} actions={save}>
      <RefusalNote error={saving.error} />
      {saving.isSuccess && <Notice>{t('saved')}</Notice>}
      <ChoiceField
        label={t('who')}
        shape="list"
        choices={[
          { value: nobody, label: t('nobody') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={chosen}
        onChange={choose}
        error={errorOf('dutyOfficerId')}
      />
    </Sheet>
  )
}
