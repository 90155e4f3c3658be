import type { DueItem } from '#contract/workday.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, PersonName, todayHere } from '#web/ui/index.ts'
import { placeOfDue } from './due-place.ts'
import { saysWhat } from './says-what.ts'
import { taskWords } from './task.words.ts'
import { todayWords } from './today.words.ts'

/** What is due, for whom and why; the whole line is one click. */
export function DueList({ items }: { items: readonly DueItem[] }) {
  return (
    <ul className="due-list laid-out-when-near">
      {items.map((item) => (
        <li key={item.id} data-emergency={item.emergency || undefined}>
          <DueLine item={item} />
        </li>
      ))}
    </ul>
  )
}

function DueLine({ item }: { item: DueItem }) {
  const t = useWords(todayWords)
  const task = useWords(taskWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const day = todayHere(new Date(item.dueAt))
  // A review of an emergency is of no person: it names nobody on purpose.
  const aboutSomebody = item.kind !== 'review-break-glass'
  const urgent = item.kind === 'answer-emergency'
  return (
    <Link to={placeOfDue(item)} className="due-line">
      <span className="due-what">{saysWhat(item, language) || task(item.kind)}</span>
      <span className="due-who">
        {item.personName ? <PersonName>{item.personName}</PersonName> : aboutSomebody && t('nobody')}
        {item.emergency && <Badge tone="danger">{t('emergency')}</Badge>}
      </span>
      <span className="due-why">
        {task(`why-${item.kind}`)}
        {item.caseNumber && <span className="case-number">{item.caseNumber}</span>}
      </span>
      <time className="due-when" dateTime={item.dueAt} data-late={day < todayHere() || undefined}>
        {urgent ? formats.moment(item.dueAt) : formats.dueDay(day)}
      </time>
    </Link>
  )
}
