import { useState } from 'react'
import type { DocumentFormat } from '#contract/documents.ts'
import { type Language, languages } from '#contract/language.ts'
import type { ReferralView } from '#contract/sharing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { noticeWords } from '#web/consent/notice.words.ts'
import { ChoiceField, Section } from '#web/ui/index.ts'
import { letterAddress } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'

/** The letter of a referral with its reply slip, in the receiver’s language or another, as Word and PDF. */
export function LetterSection({ referral }: { referral: ReferralView }) {
  const t = useWords(sharingWords)
  const words = useWords(noticeWords)
  const { person, id, sheet } = referral
  const [language, choose] = useState<Language>(sheet.receiverLanguage)
  const address = (format: DocumentFormat) => letterAddress(person.id, id, language, format)
  return (
    <Section title={t('letter')} lead={t('letterLead')}>
      <ChoiceField
        label={t('letterLanguage')}
        choices={languages.map((value) => ({ value, label: words(value) }))}
        value={language}
        onChange={choose}
      />
      <p className="referral-next">
        <a className="button" href={address('docx')} download>
          {t('word')}
        </a>
        <a className="button" href={address('pdf')} download>
          {t('pdf')}
        </a>
      </p>
    </Section>
  )
}
