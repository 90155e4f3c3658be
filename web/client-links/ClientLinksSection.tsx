import '#web/secure-links/links.css'
import {
  useMutation,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useState } from 'react'
import type { Asked, ClientLinkView, IssuedClientLink, LinkReceiver } from '#contract/client-links.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { wordsIn } from '#web/app/words.ts'
import { caseKey, caseQuery } from '#web/case/overview/overview.api.ts'
import { IssuedNotice } from '#web/secure-links/IssuedNotice.tsx'
import { LinkRows } from '#web/secure-links/LinkRows.tsx'
import { ActionButton, EmptyState, MoreButton, PersonName, Section } from '#web/ui/index.ts'
import { clientLinksQuery, endClientLink } from './client-links.api.ts'
import { clientLinkWords } from './client-links.words.ts'
import { IssueToClient } from './IssueToClient.tsx'

type ClientLinksSectionProps = {
  caseId: string
  purpose: Asked['purpose']
  subjectId?: string
  /** What a receiver is asked; null while nothing is chosen that could be. */
  askedOf: ((receiver: LinkReceiver) => Asked) | null
  /** Those who have answered already and are not asked again. */
  without?: readonly string[]
  /** How the worker calls what a link asks. */
  nameOf?: (about: string) => string
}

/** Asking on a phone of their own. Whoever reads a case by break-glass asks nobody, and is not told who was asked. */
export function ClientLinksSection(props: ClientLinksSectionProps) {
  const { breakGlass } = useSuspenseQuery(caseQuery(props.caseId)).data
  return breakGlass === null && <Links {...props} />
}

/** The links of this purpose, one for each receiver; made here, shown once, taken back. */
function Links(props: ClientLinksSectionProps) {
  const { caseId, purpose, subjectId, askedOf, without = [], nameOf } = props
  const t = useWords(clientLinkWords)
  const query = clientLinksQuery(caseId, purpose, subjectId)
  const list = useSuspenseInfiniteQuery(query)
  const [first] = list.data.pages
  const queries = useQueryClient()
  // What was asked for is shown as unconfirmed while it waits for somebody.
  const again = async () => {
    await queries.invalidateQueries({ queryKey: query.queryKey })
    await queries.invalidateQueries({ queryKey: caseKey(caseId) })
  }
  const [issuing, issue] = useState(false)
  const [issued, show] = useState<IssuedClientLink | null>(null)
  const ending = useMutation({ mutationFn: (id: string) => endClientLink(caseId, id), onSuccess: again })
  if (!first) return null
  const links = list.data.pages.flatMap((page) => page.rows)
  const receivers = first.receivers.filter(({ id }) => !without.includes(id))
  const { issue: ability } = first.abilities
  if (links.length === 0 && (ability === 'not-you' || receivers.length === 0)) return null
  const button = receivers.length > 0 && (
    <ActionButton ability={ability} reason={t('notNow')} disabled={!askedOf} onClick={() => issue(true)}>
      {t('issue')}
    </ActionButton>
  )
  return (
    <Section title={t('title')} lead={t('lead')} actions={button}>
      {issued && <Issued issued={issued} onDone={() => show(null)} />}
      <RefusalNote error={ending.error} />
      {!askedOf && ability === 'yes' && <p>{t('choose')}</p>}
      {links.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      ) : (
        <LinkRows
          links={links}
          {...(ability === 'yes' ? { onEnd: (id: string) => ending.mutate(id), busy: ending.isPending } : {})}
          about={(link) => aboutOf(link, nameOf)}
        />
      )}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {issuing && askedOf && (
        <IssueToClient
          caseId={caseId}
          receivers={receivers}
          askedOf={askedOf}
          onIssued={async (made) => {
            show(made)
            await again()
          }}
          onClose={() => issue(false)}
        />
      )}
    </Section>
  )
}

/** The message that goes with it is in the language of whoever receives it. */
function Issued({ issued, onDone }: { issued: IssuedClientLink; onDone: () => void }) {
  const say = wordsIn(clientLinkWords, issued.link.language)
  return <IssuedNotice issued={issued} onDone={onDone} message={(facts) => say('messageText', facts)} />
}

const aboutOf = (link: ClientLinkView, nameOf: AboutProps['nameOf']) => <About link={link} nameOf={nameOf} />

type AboutProps = { link: ClientLinkView; nameOf: ClientLinksSectionProps['nameOf'] }

function About({ link, nameOf }: AboutProps) {
  const t = useWords(clientLinkWords)
  const { formats } = useLanguage()
  return (
    <p>
      <PersonName>{link.receiverName}</PersonName>
      {link.about !== '' && ` · ${nameOf?.(link.about) ?? link.about}`}
      {` · ${formats.date(link.issuedAt.slice(0, 10))} · ${link.issuedBy.name}`}
      {link.answer === 'arrived' && ` · ${t('arrived')}`}
      {link.answer === 'taken' && ` · ${t('taken')}`}
    </p>
  )
}
