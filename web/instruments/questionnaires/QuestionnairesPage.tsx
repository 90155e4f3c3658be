import './questionnaires.css'
import { useMutation, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { QuestionnaireLine } from '#contract/questionnaires/kept.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, Badge, EmptyState, FileChoice, MoreButton, Page } from '#web/ui/index.ts'
import { newSheet } from './design.ts'
import { designWords } from './design.words.ts'
import {
  addQuestionnaire,
  bringForm,
  questionnairesQuery,
  useAfterQuestionnaire,
} from './questionnaires.api.ts'

/** The agency's own questionnaires: read by whoever does case work, written from level 3 on. */
export function QuestionnairesPage() {
  const t = useWords(designWords)
  const list = useSuspenseInfiniteQuery(questionnairesQuery)
  const rows = list.data.pages.flatMap((page) => page.rows)
  const add = list.data.pages[0]?.abilities.add ?? 'not-you'
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>}>
      {add === 'yes' && <Begin />}
      {rows.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="questionnaire-list">
        {rows.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      <p>
        <Link to="/instruments">{t('toInstruments')}</Link>
      </p>
    </Page>
  )
}

function Line({ line }: { line: QuestionnaireLine }) {
  const t = useWords(designWords)
  return (
    <h2 className="questionnaire-line">
      <Link to={`/questionnaires/${line.id}`}>{line.title || t('untitled')}</Link>{' '}
      <Badge>{line.published === 0 ? t('draft') : t('version', { number: line.published })}</Badge>{' '}
      {line.published > 0 && line.unpublished && <Badge tone="warn">{t('unpublished')}</Badge>}{' '}
      {line.retired && <Badge>{t('retired')}</Badge>}
    </h2>
  )
}

/** Begins a questionnaire, empty or out of a form made elsewhere. */
function Begin() {
  const t = useWords(designWords)
  const { language } = useLanguage()
  const go = useGo()
  const after = useAfterQuestionnaire()
  const onSuccess = async (id: string) => {
    await after()
    go(`/questionnaires/${id}`)
  }
  const adding = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID()
      await addQuestionnaire({ id, sheet: newSheet(t('untitled'), language) })
      return id
    },
    onSuccess,
  })
  const bringing = useMutation({
    mutationFn: async (file: File) => (await bringForm(crypto.randomUUID(), file)).id,
    onSuccess,
  })
  return (
    <div className="questionnaire-begin">
      <ActionButton ability="yes" look="main" busy={adding.isPending} onClick={() => adding.mutate()}>
        {t('add')}
      </ActionButton>
      <FileChoice
        label={bringing.isPending ? t('bringing') : t('bring')}
        hint={t('bringLead')}
        accept=".xlsx,.xls"
        busy={bringing.isPending}
        onFile={bringing.mutate}
      />
      <RefusalNote error={adding.error ?? bringing.error} />
    </div>
  )
}
