import { useState } from 'react'
import type { IssuedCredential } from '#contract/partners.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Facts, Notice } from '#web/ui/index.ts'
import { fhirAddress } from './partners.api.ts'
import { partnerWords } from './partners.words.ts'

type CredentialNoticeProps = Readonly<{ issued: IssuedCredential; onDone: () => void }>

/** A credential that was just issued; shown once and never again. */
export function CredentialNotice({ issued: { partner, token }, onDone }: CredentialNoticeProps) {
  const t = useWords(partnerWords)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(token)
    setCopied(true)
  }
  return (
    <Notice
      title={t('issued', { name: partner.name })}
      actions={
        <>
          {'clipboard' in navigator && (
            <Button onClick={() => void copy()}>{copied ? t('copied') : t('copy')}</Button>
          )}
          <Button look="quiet" onClick={onDone}>
            {t('done')}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { label: t('token'), value: <span className="partner-secret">{token}</span> },
          { label: t('address'), value: <span className="partner-secret">{fhirAddress()}</span> },
        ]}
      />
      <p>{t('tell')}</p>
    </Notice>
  )
}
