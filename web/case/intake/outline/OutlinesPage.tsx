import '../intake.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutlineView } from '#contract/case/interview-outlines.ts'
import { clientGroup, outlineUse } from '#contract/codes/index.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, Badge, EmptyState, Facts, Page, Section } from '#web/ui/index.ts'
import { inLanguage } from './asking.ts'
import { outlinesQuery, retireOutline, useAfterOutline } from './outline.api.ts'
import { OutlineForm } from './OutlineForm.tsx'
import { outlineWords } from './outline.words.ts'

/** The agency's outlines: read by whoever talks with clients, written from level 3 on. */
export function OutlinesPage() {
  const t = useWords(outlineWords)
  const { data } = useSuspenseQuery(outlinesQuery())
  const [writing, write] = useState<OutlineView | 'new' | null>(null)
  if (writing)
    return (
      <Page title={t('title')}>
        <OutlineForm outline={writing === 'new' ? null : writing} onDone={() => write(null)} />
      </Page>
    )
  const add = (
    <ActionButton ability={data.abilities.add} look="main" onClick={() => write('new')}>
      {t('add')}
    </ActionButton>
  )
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>} actions={add}>
      {data.rows.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      {data.rows.map((outline) => (
        <OneOutline key={outline.id} outline={outline} change={() => write(outline)} />
      ))}
    </Page>
  )
}

function OneOutline({ outline, change }: { outline: OutlineView; change: () => void }) {
  const t = useWords(outlineWords)
  const { language } = useLanguage()
  const label = useLabel()
  const formats = useFormats()
  const { sheet, writtenBy, writtenAt, edition, abilities } = outline
  const hand = writtenBy
    ? t('by', { name: writtenBy.name, when: formats.date(writtenAt.slice(0, 10)) })
    : t('shipped')
  const groups = sheet.clientGroups.map((code) => label(clientGroup, code))
  const facts = [
    { label: t('useLabel'), value: label(outlineUse, sheet.use) },
    { label: t('for'), value: groups.length === 0 ? t('anyone') : formats.phrases(groups) },
    { label: t('purposeLabel'), value: inLanguage(sheet.purpose, language) },
  ]
  return (
    <Section
      title={inLanguage(sheet.title, language)}
      actions={
        <>
          <ActionButton ability={abilities.change} look="quiet" onClick={change}>
            {t('change')}
          </ActionButton>
          <RetireButton outline={outline} />
        </>
      }
    >
      <p className="outline-hand">
        {t('edition', { edition })} · {hand} {outline.retired && <Badge>{t('retired')}</Badge>}
      </p>
      <Facts facts={facts} />
      <details>
        <summary>{t('questions')}</summary>
        <ol className="outline-list">
          {sheet.questions.map(({ id, words }) => (
            <li key={id}>{inLanguage(words, language)}</li>
          ))}
        </ol>
      </details>
    </Section>
  )
}

function RetireButton({ outline }: { outline: OutlineView }) {
  const t = useWords(outlineWords)
  const after = useAfterOutline()
  const retiring = useMutation({
    mutationFn: () => retireOutline(outline, !outline.retired),
    onSettled: after,
  })
  return (
    <>
      <ActionButton
        ability={outline.abilities.change}
        look="quiet"
        busy={retiring.isPending}
        onClick={() => retiring.mutate()}
      >
        {t(outline.retired ? 'reuse' : 'retire')}
      </ActionButton>
      <RefusalNote error={retiring.error} />
    </>
  )
}
