import './links.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IssuedLink } from '#contract/secure-links.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, EmptyState, Section } from '#web/ui/index.ts'
import { IssuedNotice } from './IssuedNotice.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { LinkRows } from './LinkRows.tsx'
import { endLink, issueLink, linksQuery } from './links.api.ts'
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
        <LinkRows
          links={links}
          {...(mayIssue ? { onEnd: (id: string) => ending.mutate(id), busy: ending.isPending } : {})}
        />
      )}
      {issuing && (
        <IssueDialog
          issue={(body) => issueLink(personId, referralId, body)}
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
