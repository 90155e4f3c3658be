import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { drawGenogram, type DrawnGenogram } from '#drawing/genogram/draw.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { personQuery } from '#web/people/people.api.ts'
import { Button, CheckField, Notice, Page, Section, todayHere } from '#web/ui/index.ts'
import './drawings.css'
import { familyOf } from './family.ts'
import { genogramPageWords } from './genogram-page.words.ts'
import { savePng, saveSvg } from './saving.ts'

/** The family of a person as a genogram, from the relations that are recorded. */
export function GenogramPage() {
  const t = useWords(genogramPageWords)
  const { language } = useLanguage()
  const personId = useRouteParam('personId')
  const { data } = useSuspenseQuery(personQuery(personId))
  const [initials, setInitials] = useState(false)
  const person = data.value
  const { genogram, notPlaced } = useMemo(() => familyOf(person), [person])
  const look = { language, day: todayHere(), initials, title: t('title') }
  const onScreen = drawGenogram(genogram, { ...look, onScreen: true })
  const onPaper = () => drawGenogram(genogram, look)
  const names = [...person.relatives, ...person.relativeOf]
    .filter(
      ({ person: { id } }, index, all) =>
        notPlaced.includes(id) && all.findIndex((each) => each.person.id === id) === index,
    )
    .map((relation) => relation.person.name)
  return (
    <Page
      title={t('of', { name: person.sheet.name })}
      tabTitle={t('title')}
      lead={<p>{t('lead')}</p>}
      back={{ to: `/people/${personId}`, label: t('back') }}
      actions={<Ways onPaper={onPaper} />}
    >
      <Section title={t('picture')}>
        {genogram.persons.length === 1 && <p>{t('noFamily')}</p>}
        <Picture drawn={onScreen} />
        {names.length > 0 && <p>{t('notDrawn', { names: names.join(', ') })}</p>}
      </Section>
      <Section title={t('choices')}>
        <CheckField label={t('initials')} value={initials} onChange={setInitials} />
      </Section>
      <Section title={t('inWords')}>
        {onScreen.told.map(({ heading, lines }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <ul className="drawing-told">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
    </Page>
  )
}

/** Names inside are escaped where the picture is drawn. */
function Picture({ drawn }: { drawn: DrawnGenogram }) {
  const t = useWords(genogramPageWords)
  return (
    <section
      className="drawing"
      aria-label={t('picture')}
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: drawn.svg }}
    />
  )
}

/** Out of the house: on paper, or as a file; always black on white. */
function Ways({ onPaper }: { onPaper: () => DrawnGenogram }) {
  const t = useWords(genogramPageWords)
  const saving = useMutation({ mutationFn: () => savePng(onPaper(), t('title')) })
  return (
    <>
      <Button onClick={() => saveSvg(onPaper().svg, t('title'))}>{t('saveSvg')}</Button>
      <Button onClick={() => saving.mutate()}>{t('savePng')}</Button>
      <Button onClick={() => window.print()}>{t('print')}</Button>
      {saving.isError && <Notice tone="warn">{t('notSaved')}</Notice>}
    </>
  )
}
