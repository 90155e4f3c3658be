import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EcomapDay, EcomapView } from '#contract/drawings.ts'
import { drawEcomap } from '#drawing/ecomap/draw.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { Button, DateField, Notice, Sheet, TextField, todayHere } from '#web/ui/index.ts'
import { ecomapsKey, ecomapsQuery, writeEcomaps } from './drawings.api.ts'
import { EcomapMembers, EcomapSystems } from './EcomapRows.tsx'
import { ecomapPageWords } from './ecomap-page.words.ts'
import { Picture } from './Picture.tsx'

type EcomapFormProps = { caseId: string; view: EcomapView; beginning: EcomapDay; onDone: () => void }

/** One ecomap as it is being written, with its picture beside it. */
export function EcomapForm({ caseId, view, beginning, onDone }: EcomapFormProps) {
  const t = useWords(ecomapPageWords)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const isKept = view.days.some(({ id }) => id === beginning.id)
  const typed = useTyped(`ecomap/${caseId}/${isKept ? beginning.id : 'new'}`, () => beginning)
  const { value: day, change } = typed
  const saving = useMutation({
    mutationFn: () => {
      const now = queries.getQueryData(ecomapsQuery(caseId).queryKey) ?? view
      const others = now.days.filter(({ id }) => id !== day.id)
      return writeEcomaps(caseId, { days: [...others, day] }, now.version)
    },
    onSuccess: async (written) => {
      typed.forget()
      queries.setQueryData(ecomapsKey(caseId), written)
      await queries.invalidateQueries({ queryKey: caseKey(caseId) })
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: ecomapsKey(caseId) }),
  })
  const isNamed = day.systems.every(({ name }) => name.trim() !== '')
  const drawn = drawEcomap(readEcomap(ecomapFrom(day)), {
    language,
    day: day.day,
    title: t('title'),
    onScreen: true,
  })
  return (
    <Sheet
      label={t('title')}
      onSubmit={() => isNamed && saving.mutate()}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending} disabled={!isNamed}>
            {t('keep')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <DateField label={t('day')} value={day.day} onChange={(on) => change({ day: on ?? todayHere() })} />
      <TextField
        label={t('centre')}
        maxLength={200}
        value={day.centre}
        onChange={(centre) => change({ centre })}
      />
      <EcomapMembers day={day} change={change} />
      <EcomapSystems day={day} change={change} />
      {!isNamed && <Notice tone="warn">{t('noName')}</Notice>}
      <Picture svg={drawn.svg} label={t('title')} />
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}
