import type { ReactNode } from 'react'
import { linkEnd, linkFactor } from '#contract/codes/index.ts'
import type { LinkView } from '#contract/secure-links.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button } from '#web/ui/index.ts'
import { linkWords } from './links.words.ts'

type LinkRowsProps<Link extends LinkView> = {
  links: readonly Link[]
  /** Takes one back; absent where that is not this reader's to do. */
  onEnd?: (id: string) => void
  busy?: boolean
  /** What else is said of a link. */
  about?: (link: Link) => ReactNode
}

/** Links as their issuer sees them: whether each opens, until when, and what came of it. */
export function LinkRows<Link extends LinkView>({ links, onEnd, busy, about }: LinkRowsProps<Link>) {
  const t = useWords(linkWords)
  return (
    <ul className="secure-links">
      {links.map((link) => (
        <li key={link.id}>
          {about?.(link)}
          <OneLink link={link} />
          {link.isOpen && onEnd && (
            <Button look="quiet" busy={busy ?? false} onClick={() => onEnd(link.id)}>
              {t('takeBack')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function OneLink({ link }: { link: LinkView }) {
  const t = useWords(linkWords)
  const label = useLabel()
  const formats = useFormats()
  const { ended, openedAt, wrongAnswers } = link
  return (
    <p>
      <Badge {...(link.isOpen || ended?.why === 'answered' ? { tone: 'done' as const } : {})}>
        {link.isOpen ? t('open') : ended ? label(linkEnd, ended.why) : t('ended')}
      </Badge>{' '}
      {[
        label(linkFactor, link.factor),
        t('until', { when: formats.moment(link.expiresAt) }),
        openedAt ? t('opened', { when: formats.moment(openedAt) }) : t('notOpened'),
        wrongAnswers > 0 ? t('wrong', { count: wrongAnswers }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
