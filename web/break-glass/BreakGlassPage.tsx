import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { BreakGlassKey, shortestReason, type OpenBreakGlass } from '#contract/break-glass.ts'
import { breakGlassGround } from '#contract/codes/index.ts'
import { useProof } from '#web/access/useProof.tsx'
import { RefusedByServer } from '#web/app/api.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LongTextField, Notice, Page, Sheet, TextField } from '#web/ui/index.ts'
import { openBreakGlass } from './break-glass.api.ts'
import { breakGlassWords } from './break-glass.words.ts'

const spans = ['15', '30', '60'] as const
type Asking = Omit<OpenBreakGlass, 'id' | 'ground' | 'minutes'> & {
  ground: OpenBreakGlass['ground'] | null
  minutes: (typeof spans)[number]
}
/** What may wait on this device: why, but never the number that says who is meant. */
type Why = Pick<Asking, 'ground' | 'reason' | 'minutes'>
const noReason = (): Why => ({ ground: null, reason: '', minutes: '30' })
const nobody: Omit<Asking, keyof Why> = { by: 'case-number', number: '' }

/** Opens one case in an emergency that one may not see. The number that is typed here stays in memory, never in the address. */
export function BreakGlassPage() {
  const t = useWords(breakGlassWords)
  const { abilities } = useMe()
  if (abilities.breakGlass !== 'yes') return <NotFoundPage />
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/people', label: t('back') }}>
      <Notice tone="warn">{t('watched')}</Notice>
      <OpeningForm />
    </Page>
  )
}

function OpeningForm() {
  const t = useWords(breakGlassWords)
  const go = useGo()
  const { proving, dialog } = useProof()
  const typed = useTyped('break-glass', noReason)
  const [whose, ask] = useState(nobody)
  const asking: Asking = { ...whose, ...typed.value }
  const write = ({ by, number, ground, reason, minutes }: Asking) => {
    ask({ by, number })
    typed.change({ ground, reason, minutes })
  }
  const opening = useMutation({
    mutationFn: ({ ground, minutes, ...rest }: Asking) => {
      const body = {
        ...rest,
        id: crypto.randomUUID(),
        ground: ground ?? 'danger-to-life',
        minutes: Number(minutes),
      }
      return proving(() => openBreakGlass(body))
    },
    onSuccess: ({ caseId }) => {
      typed.forget()
      go(`/cases/${caseId}`, { replace: true })
    },
  })
  const whole =
    asking.number.trim() !== '' &&
    asking.ground !== null &&
    Array.from(asking.reason.trim()).length >= shortestReason
  return (
    <Sheet
      label={t('title')}
      onSubmit={() => opening.mutate(asking)}
      actions={
        <Button type="submit" look="main" busy={opening.isPending} disabled={!whole}>
          {t('open')}
        </Button>
      }
    >
      <TypedBefore typed={typed} />
      <OpeningFields asking={asking} ask={write} />
      <Refused error={opening.error} />
      {dialog}
    </Sheet>
  )
}

function OpeningFields({ asking, ask }: { asking: Asking; ask: (asking: Asking) => void }) {
  const t = useWords(breakGlassWords)
  const grounds = useChoices(breakGlassGround)
  const set =
    <Key extends keyof Asking>(key: Key) =>
    (value: Asking[Key]) =>
      ask({ ...asking, [key]: value })
  return (
    <>
      <ChoiceField
        label={t('by')}
        choices={BreakGlassKey.options.map((by) => ({ value: by, label: t(by) }))}
        value={asking.by}
        onChange={set('by')}
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        required
        maxLength={60}
        value={asking.number}
        onChange={set('number')}
      />
      <ChoiceField
        label={t('ground')}
        choices={grounds}
        shape="pills"
        required
        value={asking.ground}
        onChange={set('ground')}
      />
      <LongTextField
        label={t('reason')}
        hint={t('reasonHint')}
        required
        value={asking.reason}
        onChange={set('reason')}
      />
      <ChoiceField
        label={t('minutes')}
        choices={spans.map((span) => ({ value: span, label: t('minuteCount', { count: Number(span) }) }))}
        value={asking.minutes}
        onChange={set('minutes')}
      />
    </>
  )
}

/** A case that is none, sealed or elsewhere has one sentence, and it says whom to call instead. */
function Refused({ error }: { error: Error | null }) {
  const t = useWords(breakGlassWords)
  if (error instanceof RefusedByServer && error.code === 'not-found')
    return <Notice tone="warn">{t('notFound')}</Notice>
  return <RefusalNote error={error} labels={{ number: t('number'), reason: t('reason') }} />
}
