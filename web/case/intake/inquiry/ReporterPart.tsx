import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { InquiryView } from '#contract/case/intake.ts'
import type { ReporterView } from '#contract/case/reporter.ts'
import { reporterLookReason, type ReporterLookReason } from '#contract/codes/index.ts'
import { useChoices, useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, ChoiceField, Facts, Section, useUiWords, Written } from '#web/ui/index.ts'
import { showReporter } from './inquiry.api.ts'
import { type ProtectReporter, ReporterForm } from './ReporterForm.tsx'
import { reporterWords } from './reporter.words.ts'

/** Who reported it, kept apart: only the way to it stands on the page, and each showing is recorded. */
export function ReporterPart({ inquiry, protect }: { inquiry: InquiryView; protect: ProtectReporter }) {
  const t = useWords(reporterWords)
  const [writing, write] = useState(false)
  if (inquiry.reporter.protected) return <ProtectedReporter inquiry={inquiry} protect={protect} />
  if (inquiry.abilities.change !== 'yes') return null
  if (!writing)
    return (
      <div className="page-actions">
        <Button look="quiet" onClick={() => write(true)}>
          {t('protect')}
        </Button>
      </div>
    )
  const known = { name: inquiry.caller?.name ?? inquiry.sheet.referrerName }
  return (
    <Section title={t('title')} lead={t('lead')}>
      <ReporterForm known={known} protect={protect} onDone={() => write(false)} />
    </Section>
  )
}

function ProtectedReporter({ inquiry, protect }: { inquiry: InquiryView; protect: ProtectReporter }) {
  const t = useWords(reporterWords)
  const [editing, edit] = useState(false)
  const showing = useMutation({
    mutationFn: (reason: ReporterLookReason | null) => showReporter(inquiry.id, reason),
  })
  const { sight, mine } = inquiry.reporter
  const done = () => {
    edit(false)
    showing.reset()
  }
  return (
    <Section title={t('protected')} lead={sight === 'yes' ? t('lead') : t('notYou')}>
      {sight === 'yes' && !showing.data && (
        <Asking mine={mine} busy={showing.isPending} show={(reason) => showing.mutate(reason)} />
      )}
      {showing.data && editing && <ReporterForm known={showing.data} protect={protect} onDone={done} />}
      {showing.data && !editing && (
        <>
          <ShownReporter reporter={showing.data} />
          <div className="page-actions">
            <Button onClick={showing.reset}>{t('hide')}</Button>
            {inquiry.abilities.change === 'yes' && <Button onClick={() => edit(true)}>{t('edit')}</Button>}
          </div>
        </>
      )}
      <RefusalNote error={showing.error} labels={{ reason: t('why') }} />
    </Section>
  )
}

type AskingProps = { mine: boolean; busy: boolean; show: (reason: ReporterLookReason | null) => void }

/** Whoever did not write it down says why they look. */
function Asking({ mine, busy, show }: AskingProps) {
  const t = useWords(reporterWords)
  const reasons = useChoices(reporterLookReason)
  const [reason, choose] = useState<ReporterLookReason | null>(null)
  return (
    <>
      {!mine && <ChoiceField label={t('why')} choices={reasons} required value={reason} onChange={choose} />}
      <div className="page-actions">
        <Button busy={busy} disabled={!mine && reason === null} onClick={() => show(reason)}>
          {t('show')}
        </Button>
      </div>
    </>
  )
}

function ShownReporter({ reporter }: { reporter: ReporterView }) {
  const t = useWords(reporterWords)
  const ui = useUiWords()
  const formats = useFormats()
  const text = (written: string) => written && <Written>{written}</Written>
  return (
    <>
      <Facts
        facts={[
          { label: t('name'), value: text(reporter.name) },
          { label: t('phone'), value: text(reporter.phone) },
          { label: t('relation'), value: text(reporter.relation) },
          { label: t('anonymous'), value: reporter.anonymous ? ui.yes : ui.no },
          { label: t('note'), value: text(reporter.note) },
        ]}
      />
      <p>
        <small>
          {t('writtenBy', { who: reporter.writtenBy.name, when: formats.moment(reporter.writtenAt) })}
        </small>
      </p>
    </>
  )
}
