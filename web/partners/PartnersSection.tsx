import './partners.css'
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CredentialView, IssuedCredential, PartnerView } from '#contract/partners.ts'
import { useProof } from '#web/access/useProof.tsx'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { AddPartnerDialog } from './AddPartnerDialog.tsx'
import { CredentialDialog } from './CredentialDialog.tsx'
import { CredentialNotice } from './CredentialNotice.tsx'
import { partnersQuery } from './partners.api.ts'
import { partnerWords } from './partners.words.ts'
import { TakeBackDialog } from './TakeBackDialog.tsx'

type Taking = Readonly<{ partnerId: string; credentialId: string }>

/** The partners of the agency, and what lets their programs in. Only the administrator is shown it. */
export function PartnersSection() {
  const t = useWords(partnerWords)
  const query = useSuspenseInfiniteQuery(partnersQuery)
  const queries = useQueryClient()
  const { proving, dialog } = useProof()
  const [adding, add] = useState(false)
  const [issuingTo, issueTo] = useState<PartnerView | null>(null)
  const [issued, show] = useState<IssuedCredential | null>(null)
  const [taking, take] = useState<Taking | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: partnersQuery.queryKey })
  const partners = query.data.pages.flatMap(({ rows }) => rows)
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      actions={<Button onClick={() => add(true)}>{t('add')}</Button>}
    >
      {issued && <CredentialNotice issued={issued} onDone={() => show(null)} />}
      {partners.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      ) : (
        <ul className="partners">
          {partners.map((partner) => (
            <OnePartner
              key={partner.id}
              partner={partner}
              onIssue={() => issueTo(partner)}
              onTake={(credentialId) => take({ partnerId: partner.id, credentialId })}
            />
          ))}
        </ul>
      )}
      <MoreButton
        next={query.data.pages.at(-1)?.next}
        busy={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
      {adding && <AddPartnerDialog onAdded={refresh} onClose={() => add(false)} />}
      {issuingTo && (
        <CredentialDialog
          partner={issuingTo}
          proving={proving}
          onIssued={async (made) => {
            show(made)
            await refresh()
          }}
          onClose={() => issueTo(null)}
        />
      )}
      {taking && <TakeBackDialog {...taking} onTaken={refresh} onClose={() => take(null)} />}
      {dialog}
    </Section>
  )
}

type OnePartnerProps = Readonly<{
  partner: PartnerView
  onIssue: () => void
  onTake: (credentialId: string) => void
}>

function OnePartner({ partner, onIssue, onTake }: OnePartnerProps) {
  const t = useWords(partnerWords)
  return (
    <li>
      <div className="partner-head">
        <h3>{partner.name}</h3>
        <Button onClick={onIssue}>{t('issue')}</Button>
      </div>
      {partner.credentials.length === 0 ? (
        <p>{t('noCredential')}</p>
      ) : (
        <ul className="partner-credentials">
          {partner.credentials.map((credential) => (
            <li key={credential.id} className="partner-credential">
              <CredentialLine credential={credential} />
              {credential.isOpen && (
                <Button look="quiet" onClick={() => onTake(credential.id)}>
                  {t('takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function CredentialLine({ credential }: { credential: CredentialView }) {
  const t = useWords(partnerWords)
  const formats = useFormats()
  const { isOpen, endedAt, expiresAt, issuedBy, usedAt } = credential
  return (
    <p>
      <Badge {...(isOpen ? { tone: 'done' as const } : {})}>
        {isOpen ? t('open') : endedAt === null ? t('ranOut') : t('ended')}
      </Badge>{' '}
      {[
        t('until', { when: formats.moment(expiresAt) }),
        t('by', { name: issuedBy.name }),
        usedAt === null ? t('notUsed') : t('used', { when: formats.moment(usedAt) }),
      ].join(' · ')}
    </p>
  )
}
