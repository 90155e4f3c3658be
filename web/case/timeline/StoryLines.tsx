import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormats, useLanguage } from '#web/app/LanguageContext.tsx'
import { useCodeWords } from '#web/app/code-words.tsx'
import { Loading, todayHere } from '#web/ui/index.ts'
import { sentenceOf } from './story-facts.ts'
import { storyQuery } from './timeline.api.ts'

/** The last lines of a case's story, for the column beside a page. */
export function StoryLines({ caseId, count }: { caseId: string; count: number }) {
  const formats = useFormats()
  const { language } = useLanguage()
  const { versions } = useCodeWords()
  const story = useInfiniteQuery(storyQuery(caseId))
  if (story.isPending) return <Loading lines={count} />
  const [newest] = story.data?.pages ?? []
  return (
    <ol className="short-lines">
      {(newest?.rows ?? []).slice(0, count).map((entry) => (
        <li key={entry.id}>
          <p>{sentenceOf(entry, { formats, language, versions })}</p>
          <small>
            <time dateTime={entry.at}>{formats.date(todayHere(new Date(entry.at)))}</time>
          </small>
        </li>
      ))}
    </ol>
  )
}
