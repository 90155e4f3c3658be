import { useState } from 'react'
import type { Asked, IssuedClientLink, LinkReceiver } from '#contract/client-links.ts'
import { type Language, languages } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { IssueDialog } from '#web/secure-links/IssueDialog.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import { issueClientLink } from './client-links.api.ts'
import { clientLinkWords } from './client-links.words.ts'

type IssueToClientProps = {
  caseId: string
  receivers: readonly LinkReceiver[]
  askedOf: (receiver: LinkReceiver) => Asked
  onIssued: (issued: IssuedClientLink) => Promise<void>
  onClose: () => void
}

/** Asks to whom a link goes and in which language they read, besides what opens it and for how long. */
export function IssueToClient({ caseId, receivers, askedOf, onIssued, onClose }: IssueToClientProps) {
  const t = useWords(clientLinkWords)
  const { language: own } = useLanguage()
  const [receiverId, choose] = useState(receivers[0]?.id ?? null)
  const [language, read] = useState<Language>(own)
  const receiver = receivers.find(({ id }) => id === receiverId)
  return (
    <IssueDialog
      issue={async (body) => {
        if (!receiver) throw new Error('Nobody was chosen.')
        return issueClientLink(caseId, {
          ...body,
          receiverId: receiver.id,
          language,
          asked: askedOf(receiver),
        })
      }}
      onIssued={onIssued}
      onClose={onClose}
      phoneLabel={t('phone')}
      isReady={receiver !== undefined}
      labels={{ receiverId: t('receiver'), language: t('language') }}
    >
      <ChoiceField
        id="receiverId"
        label={t('receiver')}
        choices={receivers.map(({ id, name, part }) => ({ value: id, label: name, hint: t(part) }))}
        value={receiverId}
        onChange={choose}
      />
      <ChoiceField
        id="language"
        label={t('language')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={read}
      />
    </IssueDialog>
  )
}
