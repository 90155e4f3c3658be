import '../intake.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LeafletView } from '#contract/case/reception.ts'
import { type Language, languages } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { ActionButton, Button, ChoiceField, Page, Written } from '#web/ui/index.ts'
import { LeafletForm, type WrittenLeaflet } from './LeafletForm.tsx'
import { leafletWords } from './leaflet.words.ts'
import { changeLeaflet, leafletQuery } from './reception.api.ts'

/** One leaflet in the language of whoever gets it; printed, it is all that is printed. */
export function LeafletPage() {
  const t = useWords(leafletWords)
  const id = useRouteParam('leafletId')
  const { language } = useLanguage()
  const { data: leaflet } = useSuspenseQuery(leafletQuery(id))
  const [shown, show] = useState<Language>(language)
  const [changing, change] = useState(false)
  const actions = !changing && (
    <>
      <Button look="main" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <ActionButton ability={leaflet.abilities.change} onClick={() => change(true)}>
        {t('change')}
      </ActionButton>
    </>
  )
  return (
    <Page title={leaflet.title[language]} back={{ to: '/leaflets', label: t('title') }} actions={actions}>
      {changing ? (
        <Change leaflet={leaflet} onDone={() => change(false)} />
      ) : (
        <>
          <ChoiceField
            label={t('show')}
            choices={languages.map((one) => ({ value: one, label: t(one) }))}
            value={shown}
            onChange={show}
          />
          <article className="leaflet-paper" lang={shown}>
            <h2 dir="auto">{leaflet.title[shown]}</h2>
            <p dir="auto">
              <Written>{leaflet.words[shown]}</Written>
            </p>
          </article>
        </>
      )}
    </Page>
  )
}

function Change({ leaflet, onDone }: { leaflet: LeafletView; onDone: () => void }) {
  const queries = useQueryClient()
  const { id, title, words, active } = leaflet
  const typed = useTyped<WrittenLeaflet>(
    `leaflet/${id}`,
    () => ({ id, title, words, active }),
    leaflet.version,
  )
  const saving = useMutation({
    mutationFn: ({ id: changed, ...sheet }: WrittenLeaflet) => changeLeaflet(changed, sheet, typed.version),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['leaflets'] })
      onDone()
    },
    // A colleague was faster: what they wrote is loaded, and what is typed laid over it.
    onError: () => queries.invalidateQueries({ queryKey: ['leaflets'] }),
  })
  return <LeafletForm typed={typed} saving={saving} onCancel={onDone} />
}
