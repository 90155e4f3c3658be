import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '#contract/case/overview.ts'
import { nameIn } from '#contract/settings/index.ts'
import { ofKind, settingsQuery } from '#web/agencies/settings/settings.api.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, Dialog, LongTextField } from '#web/ui/index.ts'
import { useMovingToSite } from './site.api.ts'
import { siteWords } from './site.words.ts'

/** Where a case may go from where it is: the other open sites, and the agency as a whole. */
export function useOtherSites({ siteId }: CaseView) {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const { data } = useQuery(settingsQuery('site'))
  const open = data
    ? ofKind(data, 'site').filter(({ state, sheet }) => state === 'in-force' && !sheet.closed)
    : []
  return [
    ...open.map(({ subject, sheet }) => ({ value: subject, label: nameIn(sheet.name, language) })),
    ...(open.length === 0 && siteId === null ? [] : [{ value: '', label: t('wholeAgency') }]),
  ].filter(({ value }) => value !== (siteId ?? ''))
}

type DialogProps = Readonly<{ caseView: CaseView; onClose: () => void }>

/** Moves a case to another site of the agency: where to, and why. */
export function SiteDialog({ caseView, onClose }: DialogProps) {
  const t = useWords(siteWords)
  const others = useOtherSites(caseView)
  const typed = useTyped<{ to: string | null; reason: string }>(`moving-to-site/${caseView.id}`, () => ({
    to: null,
    reason: '',
  }))
  const { value, change } = typed
  const moving = useMovingToSite(caseView)
  const to = others.some((site) => site.value === value.to) ? value.to : null
  const done = () => {
    typed.forget()
    onClose()
  }
  const move = () => moving.mutate({ siteId: to || null, reason: value.reason }, { onSuccess: done })
  return (
    <Dialog
      open
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={moving.isPending}
            disabled={to === null || value.reason.trim() === ''}
            onClick={move}
          >
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <p>{t('keeps')}</p>
      <ChoiceField
        label={t('to')}
        required
        choices={others}
        value={to}
        onChange={(site) => change({ to: site })}
      />
      <LongTextField
        label={t('reason')}
        hint={t('reasonLead')}
        required
        value={value.reason}
        onChange={(reason) => change({ reason })}
      />
      <RefusalNote error={moving.error} labels={{ siteId: t('to'), reason: t('reason') }} />
    </Dialog>
  )
}
