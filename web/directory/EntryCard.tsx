import { cost as costs, entryStatus, need as needs } from '#contract/codes/index.ts'
import type { EntryLine } from '#contract/directory.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, Written } from '#web/ui/index.ts'
import { directoryWords } from './directory.words.ts'
import { useEntryWords } from './shown.ts'

/** One service in the list: enough to choose it. */
export function EntryCard({ entry }: { entry: EntryLine }) {
  const t = useWords(directoryWords)
  const { language } = useLanguage()
  const formats = useFormats()
  const says = useEntryWords()
  const where = entry.districts.map(({ code, name }) => name || code)
  return (
    <article className="directory-entry">
      <h2>
        <Link to={`/directory/entries/${entry.id}`}>
          <Written>{entry.name}</Written>
        </Link>
      </h2>
      <p>
        <Written>{entry.organizationName}</Written>
      </p>
      <p className="directory-badges">
        {entry.status !== 'active' && <Badge>{entryStatus.label(entry.status, language)}</Badge>}
        {entry.aged && <Badge tone="warn">{t('aged')}</Badge>}
        {entry.cost && <Badge>{costs.label(entry.cost, language)}</Badge>}
        {entry.needs.map((code) => (
          <Badge key={code}>{needs.label(code, language)}</Badge>
        ))}
      </p>
      <p>
        <small>
          {[
            ...(where.length > 0 ? [formats.list(where)] : []),
            says.ages(entry.minimumAge, entry.maximumAge),
            ...(entry.languages.length > 0 ? [formats.list(entry.languages.map(says.language))] : []),
            says.confirmed(entry.confirmedOn),
          ].join(' · ')}
        </small>
      </p>
    </article>
  )
}
