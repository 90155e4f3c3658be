import { useState } from 'react'
import {
  confirmer,
  consentCapacity,
  consentPurpose,
  consentState,
  type ConsentState,
  consentWay,
  sensitiveKind,
} from '#contract/codes/index.ts'
import type { ConsentView } from '#contract/consent.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { fileAddress } from '#web/documents/documents.api.ts'
import { documentsWords } from '#web/documents/documents.words.ts'
import { ActionButton, Badge, Facts, type Fact, PersonName, Written } from '#web/ui/index.ts'
import { consentWords } from './consent.words.ts'
import { noticeWords } from './notice.words.ts'
import { ReceiverNames, useSectionNames } from './scope.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** The consents on record, newest first; what was withdrawn stays, with the reason. */
export function ConsentList({ rows }: { rows: readonly ConsentView[] }) {
  const [leaving, leave] = useState<ConsentView | null>(null)
  return (
    <>
      <ul className="consents">
        {rows.map((row) => (
          <li key={row.id}>
            <OneConsent row={row} onWithdraw={() => leave(row)} />
          </li>
        ))}
      </ul>
      {leaving && <WithdrawDialog consent={leaving} onClose={() => leave(null)} />}
    </>
  )
}

const tones = {
  'in-force': 'done',
  'not-yet': 'info',
  'run-out': undefined,
  withdrawn: 'warn',
} as const satisfies Record<ConsentState, string | undefined>

function OneConsent({ row, onWithdraw }: { row: ConsentView; onWithdraw: () => void }) {
  const t = useWords(consentWords)
  const label = useLabel()
  const facts = useConsentFacts()
  const tone = tones[row.state]
  return (
    <>
      <h3>
        {label(consentPurpose, row.purpose)}{' '}
        <Badge {...(tone ? { tone } : {})}>{label(consentState, row.state)}</Badge>
      </h3>
      <Facts facts={facts(row)} />
      {row.withdrawn && <Withdrawn withdrawn={row.withdrawn} />}
      {row.caseId !== null && <OnPaper consent={row} caseId={row.caseId} />}
      {(row.state === 'in-force' || row.state === 'not-yet') && (
        <div className="page-actions">
          <ActionButton ability={row.abilities.withdraw} look="quiet" onClick={onWithdraw}>
            {t('withdraw')}
          </ActionButton>
        </div>
      )}
    </>
  )
}

/** The sheet of a consent given in a case (form F04), in the language in which it was told. */
function OnPaper({ consent, caseId }: { consent: ConsentView; caseId: string }) {
  const t = useWords(documentsWords)
  const sheet = { caseId, formId: 'F04', language: consent.noticeLanguage, recordId: consent.id } as const
  return (
    <p className="consent-sheet">
      <a href={fileAddress(sheet, 'docx')} download>
        {t('word')}
      </a>
      <a href={fileAddress(sheet, 'pdf')} download>
        {t('pdf')}
      </a>
    </p>
  )
}

/** What a consent says, in words. */
function useConsentFacts() {
  const t = useWords(consentWords)
  const languages = useWords(noticeWords)
  const label = useLabel()
  const formats = useFormats()
  const sections = useSectionNames()
  return (row: ConsentView): Fact[] => [
    { label: t('kind'), value: row.sensitiveKind && label(sensitiveKind, row.sensitiveKind) },
    { label: t('sections'), value: sections(row.sections) },
    {
      label: row.purpose === 'taking-part' ? t('takingPart') : t('receivers'),
      value: row.receivers.length > 0 ? <ReceiverNames receivers={row.receivers} /> : null,
    },
    { label: t('details'), value: row.details },
    {
      label: t('giver'),
      value: (
        <>
          <PersonName>{row.giverName}</PersonName>
          {` · ${label(confirmer, row.giver)} · ${label(consentCapacity, row.capacity)}`}
        </>
      ),
    },
    { label: t('heard'), value: row.heard },
    {
      label: t('way'),
      value: [label(consentWay, row.way), row.witness && t('witness', { name: row.witness })]
        .filter(Boolean)
        .join(' · '),
    },
    {
      label: t('period'),
      value: t('fromTo', { from: formats.date(row.validFrom), to: formats.date(row.validUntil) }),
    },
    {
      label: t('notice'),
      value: t('noticeSaid', { version: row.noticeVersion, language: languages(row.noticeLanguage) }),
    },
    {
      label: t('recorded'),
      value: t('by', { name: row.recordedBy.name, moment: formats.moment(row.recordedAt) }),
    },
  ]
}

function Withdrawn({ withdrawn: { by, at, reason } }: { withdrawn: NonNullable<ConsentView['withdrawn']> }) {
  const t = useWords(consentWords)
  const formats = useFormats()
  return (
    <div className="consents-withdrawn">
      <p>
        <strong>{t('withdrawnBy')}</strong> · <PersonName>{by.name}</PersonName> ·{' '}
        <time dateTime={at}>{formats.moment(at)}</time>
      </p>
      <p dir="auto" className="consent-words">
        <Written>{reason}</Written>
      </p>
    </div>
  )
}
