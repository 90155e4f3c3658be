import { consentPurpose, fileSection, receiverKind, sensitiveKind } from '#contract/codes/index.ts'
import type { ConsentNotice, ConsentPage } from '#contract/consent.ts'
import { formatsIn } from '#web/app/formats.ts'
import { wordsIn } from '#web/app/words.ts'
import { Facts, PersonName, todayHere, Written } from '#web/ui/index.ts'
import type { Giving } from './giving.ts'
import { givingWords } from './giving.words.ts'

type PaperProps = {
  written: Giving
  words: ConsentNotice['words']
  giving: ConsentPage['giving']
  person: ConsentPage['person']
}

/**
 * What the client reads and signs: the notice and what is agreed, wholly in the language in which they are told. Printed,
 * it is all that is printed.
 */
export function Paper({ written, words, giving, person }: PaperProps) {
  const language = written.noticeLanguage
  const t = wordsIn(givingWords, language)
  const guardian = giving.guardians.find(({ id }) => id === written.guardianId)
  const signer = giving.giver === 'guardian' ? guardian?.name : person.name
  return (
    <article className="consent-paper" lang={language}>
      <h3>{t('paperTitle')}</h3>
      <p className="consent-words">
        <Written>{words[language]}</Written>
      </p>
      <Facts facts={[{ label: t('person'), value: person.name }, ...agreedFacts(written)]} />
      <p className="consent-lines">
        <span>
          {t('signature')}
          {signer !== undefined && (
            <>
              {' · '}
              <PersonName>{signer}</PersonName>
            </>
          )}
        </span>
        <span>{t('date')}</span>
      </p>
    </article>
  )
}

/** What is agreed, in words of the client's language. */
function agreedFacts({ purpose, kind, sections, receivers, details, ...written }: Giving) {
  const language = written.noticeLanguage
  const t = wordsIn(givingWords, language)
  const formats = formatsIn(language, todayHere)
  const { validFrom, validUntil } = written
  return [
    {
      label: t('agreed'),
      value: purpose === null ? t('nothingYet') : consentPurpose.label(purpose, language),
    },
    { label: t('kind'), value: kind === 'ordinary' ? '' : sensitiveKind.label(kind, language) },
    {
      label: t('sections'),
      value: formats.list(sections.map((section) => fileSection.label(section, language))),
    },
    {
      label: purpose === 'taking-part' ? t('takingPart') : t('receivers'),
      value: formats.list(
        receivers
          .filter(({ name }) => name !== '')
          .map((receiver) => `${receiver.name} (${receiverKind.label(receiver.kind, language)})`),
      ),
    },
    { label: t('details'), value: details },
    {
      label: t('period'),
      value: [validFrom, validUntil].map((day) => (day === null ? '…' : formats.date(day))).join(' – '),
    },
  ]
}
