import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ComponentProps, Suspense, useState } from 'react'
import { fileSection, sensitiveKind } from '#contract/codes/index.ts'
import type { ReferralSheet, ReferralView } from '#contract/sharing.ts'
import type { Versioned } from '#web/app/api.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { ActionButton, Button, Loading, Section } from '#web/ui/index.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { Preview } from './Preview.tsx'
import { ReferralFields } from './ReferralFields.tsx'
import { keepDraft, moveReferral, referralQuery, saveReferral, sendReferral } from './sharing.api.ts'
import { referralSheetWords } from './referral-sheet.words.ts'
import { useAfterReferral } from './useAfterReferral.ts'

const asSheet = ({ value, version }: Versioned<ReferralView>): Versioned<ReferralSheet> => ({
  value: value.sheet,
  version,
})

/** A referral while it is written: the sheet on top, below it exactly what the receiver will see. */
export function ReferralDraft({ seen }: { seen: Versioned<ReferralView> }) {
  const t = useWords(referralSheetWords)
  const queries = useQueryClient()
  const refresh = useAfterReferral()
  const { id, person, abilities } = seen.value
  const [discarding, discard] = useState(false)
  const keep = async (answer: Versioned<ReferralView>) => {
    await keepDraft(queries, answer)
    return asSheet(answer)
  }
  const sheet = useDraftSheet<ReferralSheet>({
    key: `referral/${id}`,
    load: asSheet(seen),
    save: async (value, version) => keep(await saveReferral(person.id, id, value, version)),
    reload: async () => keep(await queries.fetchQuery(referralQuery(person.id, id))),
  })
  const sending = useMutation({
    mutationFn: async () => {
      const { version } = await sheet.flush()
      return sendReferral(person.id, id, version)
    },
    onSuccess: refresh,
  })
  const throwAway = async (said: Parameters<ComponentProps<typeof MoveDialog>['send']>[0]) =>
    moveReferral(person.id, id, { move: 'mistake', ...said }, (await sheet.flush()).version)
  const labels = useReferralLabels()
  return (
    <>
      <DraftSheetForm
        sheet={sheet}
        labels={labels}
        actions={
          <Button look="quiet" onClick={() => discard(true)}>
            {t('discard')}
          </Button>
        }
      >
        <ReferralFields sheet={sheet} />
      </DraftSheetForm>
      <Section
        title={t('preview')}
        lead={t('previewLead')}
        actions={
          <ActionButton
            ability={abilities.send}
            look="main"
            busy={sending.isPending}
            onClick={() => sending.mutate()}
          >
            {t('send')}
          </ActionButton>
        }
      >
        <RefusalNote error={sending.error} labels={labels} />
        <Suspense fallback={<Loading />}>
          <Preview referral={seen.value} />
        </Suspense>
        <p className="section-lead">{t('sendLead')}</p>
      </Section>
      {discarding && (
        <MoveDialog referralId={id} move="mistake" send={throwAway} onClose={() => discard(false)} />
      )}
    </>
  )
}

/** What the fields are called, also where a refusal names one. */
function useReferralLabels() {
  const t = useWords(referralSheetWords)
  const label = useLabel()
  const coded = [
    ...fileSection.codes.map((code) => [`sections.${code}`, label(fileSection, code)]),
    ...sensitiveKind.codes.map((code) => [`sensitiveKinds.${code}`, label(sensitiveKind, code)]),
  ]
  return {
    kind: t('kind'),
    reason: t('reason'),
    urgency: t('urgency'),
    way: t('way'),
    receiverAgencyId: t('agency'),
    receiverPartnerId: t('partner'),
    receiverKind: t('receiverKind'),
    receiverName: t('receiverName'),
    receiverContact: t('receiverContact'),
    receiverLanguage: t('receiverLanguage'),
    serviceNeeded: t('serviceNeeded'),
    summary: t('summary'),
    done: t('done'),
    expectation: t('expectation'),
    accompaniment: t('accompaniment'),
    sections: t('sections'),
    sensitiveKinds: t('sensitiveKinds'),
    replyBy: t('replyBy'),
    ...(Object.fromEntries(coded) as Record<string, string>),
  }
}
