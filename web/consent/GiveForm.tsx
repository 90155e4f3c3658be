import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { ConsentPage, GiveConsent } from '#contract/consent.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Section, Sheet, todayHere } from '#web/ui/index.ts'
import { giveConsent, noticesQuery, type Whose } from './consent.api.ts'
import { GiveFields } from './GiveFields.tsx'
import { beginning, givenFrom } from './giving.ts'
import { givingWords } from './giving.words.ts'
import { Paper } from './Paper.tsx'
import { useAfterConsent } from './useAfterConsent.ts'

type GiveFormProps = { whose: Whose; page: ConsentPage; onDone: () => void }

/** Writes a consent down; beside it the sheet that the client reads, in the language in which they are told. */
export function GiveForm({ whose, page: { giving, person }, onDone }: GiveFormProps) {
  const t = useWords(givingWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(noticesQuery)
  const typed = useTyped(`consent/${whose.personId}/${whose.caseId}`, () =>
    beginning({
      giving,
      caseId: whose.caseId,
      today: todayHere(),
      noticeVersion: data.notices[0]?.version ?? 1,
      noticeLanguage: language,
    }),
  )
  const { value: written, set: write } = typed
  const refresh = useAfterConsent(whose)
  const saving = useMutation({
    mutationFn: (body: GiveConsent) => giveConsent(whose.personId, body),
    onSuccess: async () => {
      typed.forget()
      await refresh()
      onDone()
    },
  })
  const errorOf = useRefusedFields(saving.error)
  const whole = givenFrom(written)
  const notice = data.notices.find(({ version }) => version === written.noticeVersion)
  return (
    <div className="consent-giving">
      <Section title={t('give')}>
        <Sheet
          label={t('give')}
          onSubmit={() => whole && saving.mutate(whole)}
          actions={
            <>
              <Button type="submit" look="main" busy={saving.isPending} disabled={whole === null}>
                {t('save')}
              </Button>
              <Button look="quiet" onClick={onDone}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <TypedBefore typed={typed} />
          <GiveFields
            written={written}
            write={write}
            giving={giving}
            versions={data.notices.map(({ version }) => version)}
            errorOf={errorOf}
          />
          <Refused error={saving.error} />
        </Sheet>
      </Section>
      <Section
        title={t('paper')}
        lead={t('paperHint')}
        actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
      >
        {notice && <Paper written={written} words={notice.words} giving={giving} person={person} />}
      </Section>
    </div>
  )
}

function Refused({ error }: { error: Error | null }) {
  const t = useWords(givingWords)
  const labels = {
    giver: t('give'),
    guardianId: t('guardian'),
    sensitiveKind: t('kind'),
    sections: t('sections'),
    receivers: t('receivers'),
    details: t('details'),
    heard: t('heard'),
    witness: t('witness'),
    validUntil: t('validUntil'),
  }
  return <RefusalNote error={error} labels={labels} />
}
