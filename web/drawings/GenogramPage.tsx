import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { PartialDay } from '#contract/drawings.ts'
import { drawGenogram, type DrawnGenogram } from '#drawing/genogram/draw.ts'
import { genogramFrom } from '#drawing/genogram/sheet.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Button, CheckField, Notice, Page, Section, TextField, todayHere } from '#web/ui/index.ts'
import './drawings.css'
import { FamilyEditor } from './FamilyEditor.tsx'
import { familyFormWords } from './family-form.words.ts'
import { genogramPageWords } from './genogram-page.words.ts'
import { InWords } from './InWords.tsx'
import { Picture } from './Picture.tsx'
import { savePng, saveSvg } from './saving.ts'
import { type FamilyWriting, useFamily } from './useFamily.ts'

type Shown = Readonly<{ initials: boolean; losses: boolean; deceased: boolean; past: string; both: boolean }>

const everything: Shown = { initials: false, losses: false, deceased: false, past: '', both: false }

/** The family of a person as a genogram: to look at, to write, to share. */
export function GenogramPage() {
  const t = useWords(genogramPageWords)
  const personId = useRouteParam('personId')
  const writing = useFamily(personId)
  const nameOf = useNames(writing)
  const { sheet, person, notPlaced } = writing
  const [shown, show] = useState(everything)
  const [chosen, choose] = useState<string>(personId)
  const [line, setLine] = useState<{ isOn: boolean; other: string | null }>({ isOn: false, other: null })
  const drawnOn = useDrawing(writing, personId, shown)
  const onScreen = drawnOn('', true)
  const isThen = PartialDay.safeParse(shown.past).success
  const isThere = sheet.persons.some(({ id }) => id === chosen)
  const point = (id: string) => {
    if (!line.isOn) return choose(id)
    if (id !== chosen) setLine({ isOn: false, other: id })
  }
  const names = [...person.relatives, ...person.relativeOf]
    .map((relation) => relation.person)
    .filter(
      ({ id }, index, all) => notPlaced.includes(id) && all.findIndex((each) => each.id === id) === index,
    )
    .map(({ name }) => name)
  return (
    <Page
      title={t('of', { name: person.sheet.name })}
      tabTitle={t('title')}
      lead={<p>{t('lead')}</p>}
      back={{ to: `/people/${personId}`, label: t('back') }}
      actions={<Ways onPaper={() => drawnOn(isThen && !shown.both ? shown.past : '', false)} />}
    >
      <Section title={t('picture')}>
        {!writing.canWrite && (
          <Notice>
            {writing.masked && <p>{t('masked')}</p>}
            <p>{t('notYours')}</p>
          </Notice>
        )}
        {sheet.persons.length === 1 && <p>{t('noFamily')}</p>}
        <div className="drawings">
          {isThen && <Picture svg={drawnOn(shown.past, true).svg} label={t('asThen', { day: shown.past })} />}
          {(!isThen || shown.both) && (
            <Picture
              svg={onScreen.svg}
              label={t('picture')}
              chosen={writing.canWrite ? chosen : null}
              onChoose={writing.canWrite ? point : undefined}
            />
          )}
        </div>
        {names.length > 0 && !writing.canWrite && <p>{t('notDrawn', { names: names.join(', ') })}</p>}
      </Section>
      {writing.canWrite && (
        <FamilyEditor
          writing={writing}
          chosen={isThere ? chosen : personId}
          choose={choose}
          drawing={{ ...line, set: (isOn) => setLine({ isOn, other: null }) }}
          nameOf={nameOf}
        />
      )}
      <Choices shown={shown} show={show} />
      <Section title={t('inWords')}>
        <InWords told={onScreen.told} />
      </Section>
    </Page>
  )
}

/** Draws the family as of a day, or as it is with all that is known where the day is left out. */
function useDrawing({ sheet }: FamilyWriting, personId: string, { initials, losses, deceased }: Shown) {
  const t = useWords(genogramPageWords)
  const { language } = useLanguage()
  return (past: string, onScreen: boolean) =>
    drawGenogram(genogramFrom(sheet, personId), {
      language,
      day: past || todayHere(),
      asOf: past !== '',
      initials,
      hide: { losses, deceased },
      title: t('title'),
      onScreen,
    })
}

/** How each is called in the forms: by name, or by a number where nobody knows it. */
function useNames({ sheet }: FamilyWriting) {
  const t = useWords(familyFormWords)
  return (id: string) => {
    const at = sheet.persons.findIndex((person) => person.id === id)
    return sheet.persons[at]?.name || t('nameless', { number: at + 1 })
  }
}

function Choices({ shown, show }: { shown: Shown; show: (shown: Shown) => void }) {
  const t = useWords(genogramPageWords)
  const isGood = shown.past === '' || PartialDay.safeParse(shown.past).success
  return (
    <Section title={t('choices')}>
      {(['initials', 'losses', 'deceased'] as const).map((choice) => (
        <CheckField
          key={choice}
          label={t(choice)}
          value={shown[choice]}
          onChange={(value) => show({ ...shown, [choice]: value })}
        />
      ))}
      <TextField
        label={t('thenDay')}
        value={shown.past}
        error={isGood ? undefined : t('noDate')}
        onChange={(past) => show({ ...shown, past })}
      />
      <CheckField label={t('both')} value={shown.both} onChange={(both) => show({ ...shown, both })} />
    </Section>
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
