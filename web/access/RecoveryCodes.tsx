import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice, useUiWords } from '#web/ui/index.ts'
import './access.css'
import { doorWords } from './door.words.ts'

type RecoveryCodesProps = { codes: readonly string[]; email: string; onKept: () => void }

/** The codes, shown this once: to copy or to print, with whose they are, and the way on when they are kept. */
export function RecoveryCodes({ codes, email, onKept }: RecoveryCodesProps) {
  const t = useWords(doorWords)
  const { productName } = useUiWords()
  const [copied, setCopied] = useState(false)
  const title = t('codesFor', { product: productName, email })
  const copy = () =>
    void navigator.clipboard.writeText([title, ...codes, ''].join('\n')).then(() => setCopied(true))
  return (
    <section className="section" aria-label={t('codesTitle')}>
      <h2>{t('codesTitle')}</h2>
      <p>{t('codesLead')}</p>
      <p>
        <bdi>{title}</bdi>
      </p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {copied && <Notice>{t('copied')}</Notice>}
      <div className="page-actions">
        <Button look="main" onClick={onKept}>
          {t('kept')}
        </Button>
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <Button onClick={copy}>{t('copy')}</Button>
      </div>
    </section>
  )
}
