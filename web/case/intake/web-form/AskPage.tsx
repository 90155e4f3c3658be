import '../intake.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, LongTextField, Loading, Notice, Page, Sheet, TextField } from '#web/ui/index.ts'
import { askWords } from './ask.words.ts'
import { solve } from './solve.ts'
import { askForHelp, webFormQuery } from './web-form.api.ts'

/** The public page of an agency: where to call in danger, then a few lines, and a way to leave at once. */
export function AskPage() {
  const t = useWords(askWords)
  const agencyId = useRouteParam('agencyId')
  const form = useQuery({ ...webFormQuery(agencyId), retry: false })
  const [receipt, keep] = useState<string | null>(null)
  if (form.isPending) return <Loading />
  if (!form.data)
    return (
      <Page title={t('title')}>
        <RefusalNote error={form.error} />
      </Page>
    )
  const { agencyName, emergencyNumbers, leaveTo } = form.data
  return (
    <Page title={t('title')} lead={<span dir="auto">{agencyName}</span>}>
      <LeaveAtOnce to={leaveTo} />
      <Notice tone="danger" title={t('danger', { numbers: emergencyNumbers })}>
        {t('notForDanger')}
      </Notice>
      {receipt === null ? <AskForm agencyId={agencyId} onAsked={keep} /> : <Asked receipt={receipt} />}
    </Page>
  )
}

/** Leaves for an everyday page at once, and leaves no way back to this one: by the button, or by Escape twice. */
function LeaveAtOnce({ to }: { to: string }) {
  const t = useWords(askWords)
  useEffect(() => {
    let last = 0
    const press = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      if (pressed.timeStamp - last < 1_000) leave(to)
      last = pressed.timeStamp
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [to])
  return (
    <p className="leave-at-once">
      <Button look="main" onClick={() => leave(to)}>
        {t('leave')}
      </Button>
      <small>{t('leaveHint')}</small>
    </p>
  )
}

function leave(to: string) {
  document.querySelector('#app')?.replaceChildren()
  window.location.replace(to)
}

const nothing = { name: '', reach: '', message: '', website: '' }

/**
 * A few lines, kept nowhere on this device: nobody is signed in here, and whoever uses it next, perhaps the very person one
 * asks for help against, would find them. The text stands on the page until it was sent, whatever the server answers.
 */
function AskForm({ agencyId, onAsked }: { agencyId: string; onAsked: (receipt: string) => void }) {
  const t = useWords(askWords)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [said, say] = useState(nothing)
  const asking = useMutation({
    mutationFn: async () => {
      const { puzzle } = await queries.ensureQueryData(webFormQuery(agencyId))
      return askForHelp(agencyId, { id, language, ...said, puzzle, answer: await solve(puzzle) })
    },
    onSuccess: ({ receipt }) => onAsked(receipt),
    // The page was open too long: a fresh puzzle stands ready for the next try.
    onError: (error) =>
      error instanceof RefusedByServer && error.code === 'web-form/open-it-anew'
        ? queries.invalidateQueries({ queryKey: ['web-form', agencyId] })
        : undefined,
  })
  const at = (key: keyof typeof nothing) => ({
    id: key,
    value: said[key],
    onChange: (text: string) => say((before) => ({ ...before, [key]: text })),
  })
  const actions = (
    <Button type="submit" look="main" busy={asking.isPending}>
      {t('send')}
    </Button>
  )
  return (
    <Sheet label={t('title')} onSubmit={() => asking.mutate()} actions={actions}>
      <RefusalNote error={asking.error} labels={{ reach: t('reach'), message: t('message') }} />
      <LongTextField label={t('message')} hint={t('messageHint')} required rows={5} {...at('message')} />
      <TextField label={t('reach')} hint={t('reachHint')} required {...at('reach')} />
      <TextField label={t('name')} hint={t('nameHint')} {...at('name')} />
      <div className="for-machines" aria-hidden="true">
        <label>
          {t('website')}
          <input
            name="website"
            tabIndex={-1}
            autoComplete="off"
            value={said.website}
            onChange={(change) => say({ ...said, website: change.target.value })}
          />
        </label>
      </div>
      <p className="section-lead">{t('privacy')}</p>
    </Sheet>
  )
}

function Asked({ receipt }: { receipt: string }) {
  const t = useWords(askWords)
  return (
    <Notice title={t('asked')}>
      <p>{t('askedLead')}</p>
      <p className="receipt">{receipt}</p>
      <p>{t('receiptLead')}</p>
    </Notice>
  )
}
