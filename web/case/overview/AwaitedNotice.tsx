import type { Awaited } from '#contract/case/awaited.ts'
import { confirmer } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Notice } from '#web/ui/index.ts'
import { awaitedWords } from './awaited.words.ts'

type AwaitedNoticeProps = { awaited: readonly Awaited[]; of?: 'waiting' | 'ground' }

/** Names whose word is still awaited, as whom, and since when: what is unconfirmed shows wherever it is used. */
export function AwaitedNotice({ awaited, of = 'waiting' }: AwaitedNoticeProps) {
  const t = useWords(awaitedWords)
  const label = useLabel()
  const formats = useFormats()
  if (awaited.length === 0) return null
  return (
    <Notice tone="warn" title={t(of)}>
      <ul className="plain-list">
        {awaited.map(({ id, name, part, since }) => (
          <li key={id}>{t('line', { name, part: label(confirmer, part), when: formats.moment(since) })}</li>
        ))}
      </ul>
    </Notice>
  )
}
