import { useState } from 'react'
import { type Questionnaire, type QuestionnaireNode, textIn } from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'
import { languageMeant } from '#contract/questionnaires/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { Badge, Button, ChoiceField, Section, TextField } from '#web/ui/index.ts'
import { freeName, type Line, linesOf, moved, withMore, withNode, without } from './design.ts'
import { designWords } from './design.words.ts'
import { NodeForm } from './NodeForm.tsx'

type DesignerProps = { sheet: Questionnaire; onChange: (sheet: Questionnaire) => void }

/** A questionnaire as it is written: its lines in order, one of them open; words in one language at a time. */
export function Designer({ sheet, onChange }: DesignerProps) {
  const t = useWords(designWords)
  const { language } = useLanguage()
  const [shown, show] = useState(
    sheet.languages.find((one) => languageMeant(one) === language) ?? sheet.defaultLanguage,
  )
  const [open, openAt] = useState<number | null>(null)
  const lines = linesOf(sheet.nodes)
  const add = (inside: number | null, kind: QuestionnaireNode['kind']) => {
    const next = withMore(sheet, inside, newNode(sheet, kind))
    onChange(next)
    const names = linesOf(next.nodes).map(({ node }) => node.name)
    openAt(names.findIndex((name) => !lines.some(({ node }) => node.name === name)))
  }
  return (
    <Section title={t('design')}>
      <TextField
        label={t('titleLabel')}
        required
        maxLength={400}
        value={sheet.title}
        onChange={(title) => onChange({ ...sheet, title })}
      />
      <Languages sheet={sheet} shown={shown} show={show} onChange={onChange} />
      <ol className="design-lines">
        {lines.map((line, place) => (
          <li key={line.node.name} className="design-line" data-depth={Math.min(line.depth, 4)}>
            <LineHead
              line={line}
              words={textIn(line.node.label, shown, sheet.defaultLanguage)}
              open={open === place}
              toggle={() => openAt(open === place ? null : place)}
              move={(by) => {
                openAt(null)
                onChange(moved(sheet, place, by))
              }}
              remove={() => {
                openAt(null)
                onChange(without(sheet, place))
              }}
            />
            {open === place && (
              <NodeForm
                sheet={sheet}
                place={place}
                node={line.node}
                language={shown}
                onSheet={onChange}
                onNode={(node) => onChange(withNode(sheet, place, node))}
              />
            )}
            {line.node.kind !== 'question' && (
              <Button look="quiet" onClick={() => add(place, 'question')}>
                {t('addInside', {
                  name: textIn(line.node.label, shown, sheet.defaultLanguage) || line.node.name,
                })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div className="questionnaire-acts">
        <Button onClick={() => add(null, 'question')}>{t('addQuestion')}</Button>
        <Button onClick={() => add(null, 'group')}>{t('addGroup')}</Button>
        <Button onClick={() => add(null, 'repeat')}>{t('addRepeat')}</Button>
      </div>
    </Section>
  )
}

function newNode(sheet: Questionnaire, kind: QuestionnaireNode['kind']): QuestionnaireNode {
  if (kind === 'question') return { kind, type: 'text', name: freeName(sheet, 'q') }
  return { kind, name: freeName(sheet, kind === 'group' ? 'part' : 'each'), nodes: [] }
}

type LanguagesProps = DesignerProps & { shown: string; show: (language: string) => void }

/** In which language the words are shown and written; one that is missing can be added. */
function Languages({ sheet, shown, show, onChange }: LanguagesProps) {
  const t = useWords(designWords)
  const missing = (['zh-CN', 'en', 'ru'] as const).filter(
    (language) => !sheet.languages.some((one) => languageMeant(one) === language),
  )
  const add = (language: Language) => {
    onChange({ ...sheet, languages: [...sheet.languages, language] })
    show(language)
  }
  return (
    <div className="questionnaire-how">
      <ChoiceField
        label={t('wordsIn')}
        choices={sheet.languages.map((value) => ({ value, label: nameOf(value) }))}
        value={shown}
        onChange={show}
      />
      {missing.map((language) => (
        <Button key={language} look="quiet" onClick={() => add(language)}>
          {t('addLanguage', { language: languageNames[language] })}
        </Button>
      ))}
    </div>
  )
}

const nameOf = (name: string) => {
  const meant = languageMeant(name)
  return meant ? languageNames[meant] : name
}

type LineHeadProps = {
  line: Line
  words: string
  open: boolean
  toggle: () => void
  move: (by: -1 | 1) => void
  remove: () => void
}

function LineHead({ line: { node }, words, open, toggle, move, remove }: LineHeadProps) {
  const t = useWords(designWords)
  const name = words || node.name
  return (
    <div className="design-head">
      <button type="button" className="design-open" aria-expanded={open} onClick={toggle}>
        <span dir="auto">{name}</span>{' '}
        <small>
          {node.kind === 'question' ? t(node.type) : t(node.kind)} · {node.name}
        </small>
      </button>
      {node.relevant !== undefined && <Badge>{t('conditional')}</Badge>}
      <span className="row-buttons">
        <SignButton label={t('up', { name })} sign="↑" act={() => move(-1)} />
        <SignButton label={t('down', { name })} sign="↓" act={() => move(1)} />
        <SignButton label={t('remove', { name })} sign="×" act={remove} />
      </span>
    </div>
  )
}

function SignButton({ label, sign, act }: { label: string; sign: string; act: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}
