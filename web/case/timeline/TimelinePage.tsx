import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { StoryEntry } from '#contract/case/timeline.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useCodeWords } from '#web/app/code-words.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { EmptyState, MoreButton, Timeline, todayHere, type TimelineItem } from '#web/ui/index.ts'
import { sentenceOf } from './story-facts.ts'
import { storyWords } from './story.words.ts'
import { storyQuery } from './timeline.api.ts'

/** The whole story of a case in sentences, newest first. */
export function TimelinePage() {
  const t = useWords(storyWords)
  const caseId = useRouteParam('caseId')
  const story = useSuspenseInfiniteQuery(storyQuery(caseId))
  const items = useItems(story.data.pages.flatMap(({ rows }) => rows))
  return (
    <CaseFrame caseId={caseId} title={t('title')}>
      {items.length === 0 ? <EmptyState title={t('empty')} /> : <Timeline items={items} />}
      <MoreButton
        next={story.hasNextPage ? 'more' : null}
        busy={story.isFetchingNextPage}
        onMore={() => void story.fetchNextPage()}
      />
    </CaseFrame>
  )
}

function useItems(entries: readonly StoryEntry[]): TimelineItem[] {
  const t = useWords(storyWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const { versions } = useCodeWords()
  return entries.map((entry) => ({
    key: String(entry.id),
    when: formats.date(todayHere(new Date(entry.at))),
    dateTime: entry.at,
    title: sentenceOf(entry, { formats, language, versions }),
    body: t('by', { name: entry.worker.name, time: formats.time(entry.at) }),
    ...(entry.facts['emergency'] === true ? { tone: 'danger' as const } : {}),
  }))
}
