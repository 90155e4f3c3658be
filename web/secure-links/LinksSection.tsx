import './links.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { linkEnd, linkFactor } from '#contract/codes/index.ts'
import type { IssuedLink, LinkView } from '#contract/secure-links.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Badge, Button, EmptyState, Section } from '#web/ui/index.ts'
import { IssuedNotice } from './IssuedNotice.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { endLink, linksQuery } from './links.api.ts'
import { linkWords } from './links.words.ts'

type LinksSectionProps = { personId: string; referralId: string; mayIssue: boolean }

/** The links by which the receiver of a referral reads and answers it. */
export function LinksSection({ personId, referralId, mayIssue }: LinksSectionProps) {
  const t = useWords(linkWords)
  const query = linksQuery(personId, referralId)
  const { data: links } = useSuspenseQuery(query)
  const queries = useQueryClient()
  const [issuing, issue] = useState(false)
  const [issued, show] = useState<IssuedLink | null>(null)
  const ending = useMutation({
    mutationFn: (id: string) => endLink(personId, referralId, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  })
  const button = mayIssue && (
    <Button look="main" onClick={() => issue(true)}>
      {t('issue')}
    </Button>
  )
  return (
    <Section title={t('title')} lead={t('lead')} actions={button}>
      {issued && <IssuedNotice issued={issued} onDone={() => show(null)} />}
      <RefusalNote error={ending.error} />
      {links.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ul className="secure-links">
          {links.map((link) => (
            <li key={link.id}>
              <OneLink link={link} />
              {link.isOpen && mayIssue && (
                <Button look="quiet" busy={ending.isPending} onClick={() => ending.mutate(link.id)}>
                  {t('takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {issuing && (
        <IssueDialog
          personId={personId}
          referralId={referralId}
          onIssued={async (made) => {
            show(made)
            await queries.invalidateQueries({ queryKey: query.queryKey })
          }}
          onClose={() => issue(false)}
        />
      )}
    </Section>
  )
}

function OneLink({ link }: { link: LinkView }) {
  const t = useWords(linkWords)
  const label = useLabel()
  const formats = useFormats()
  const { ended, openedAt, wrongAnswers } = link
  return (
    <p>
      <Badge {...(link.isOpen ? { tone: 'done' as const } : {})}>
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
