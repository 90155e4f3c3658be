import { lazy, Suspense, useState } from 'react'
import type { IssuedLink } from '#contract/secure-links.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { Button, Facts, Loading, Notice } from '#web/ui/index.ts'
import { addressOf } from './links.api.ts'
import { linkWords } from './links.words.ts'

const QrCode = lazy(() => import('#web/ui/QrCode.tsx'))

type IssuedNoticeProps = {
  issued: Pick<IssuedLink, 'token' | 'code'>
  onDone: () => void
  /** The message that may go with it, in the words of its receiver. */
  message?: (facts: { agency: string; link: string }) => string
}

/** A link that was just made, as a code to hold a phone before and with a message that says nothing but where to go; shown once. */
export function IssuedNotice({ issued, onDone, message }: IssuedNoticeProps) {
  const t = useWords(linkWords)
  const { agency } = useMe()
  const [copied, setCopied] = useState(false)
  const link = addressOf(issued.token)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Notice
      title={t('issued')}
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
          { label: t('link'), value: <span className="secure-link-shown">{link}</span> },
          {
            label: t('message'),
            value:
              message?.({ agency: agency.name, link }) ?? t('messageText', { agency: agency.name, link }),
          },
          {
            label: t('code'),
            value: issued.code && <span className="secure-link-shown">{issued.code}</span>,
          },
        ]}
      />
      <figure className="qr-figure">
        <Suspense fallback={<Loading />}>
          <QrCode text={link} label={t('qr')} />
        </Suspense>
        <figcaption>{t('qrLead')}</figcaption>
      </figure>
      {issued.code === null && <p>{t('tellTail')}</p>}
    </Notice>
  )
}
