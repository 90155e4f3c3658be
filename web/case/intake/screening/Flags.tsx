import type { ScreeningFlag, ScreeningView } from '#contract/case/screening.ts'
import { serviceField, withOwn } from '#contract/codes/index.ts'
import { useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, LinkButton, Section } from '#web/ui/index.ts'
import { inquiryPlaces } from '../inquiry/places.ts'
import { flagSentence } from './flag-sentence.ts'
import { screeningWords } from './screening.words.ts'

type FlagsProps = { screening: ScreeningView; inquiryId: string }

const ServiceField = withOwn(serviceField)

const tones = { fits: 'done', misses: 'warn', unknown: 'info', 'with-supervision': 'warn' } as const

/** What was compared at the agency and at each site, each flag with its reason in words and numbers. */
export function Flags({ screening, inquiryId }: FlagsProps) {
  const t = useWords(screeningWords)
  const { language } = useLanguage()
  const misses = screening.places[0]?.flags.some(
    ({ kind, verdict }) => kind === 'area' && verdict === 'misses',
  )
  const refer = misses && <LinkButton to={inquiryPlaces(inquiryId).decision}>{t('refer')}</LinkButton>
  return (
    <Section title={t('flags')} lead={t('flagsLead')} actions={refer}>
      {screening.residence?.abolishedOn && (
        <p>{t('abolished', { names: screening.residence.names.join('') })}</p>
      )}
      {screening.places.map(({ siteId, names, flags }) => (
        <div key={siteId ?? ''} className="screening-place">
          {screening.places.length > 1 && (
            <h3>
              {siteId === null
                ? t('wholeAgency')
                : (names[language] ?? '') || Object.values(names).find(Boolean)}
            </h3>
          )}
          <ul className="screening-flags">
            {flags.map((flag) => (
              <li key={flag.kind}>
                <Badge tone={tones[flag.verdict]}>{t(flag.verdict)}</Badge> <Sentence flag={flag} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function Sentence({ flag }: { flag: ScreeningFlag }) {
  const t = useWords(screeningWords)
  const { formats } = useLanguage()
  const label = useLabel()
  const fields = (codes: unknown) =>
    formats.list(
      String(codes)
        .split(' ')
        .flatMap((code) => ServiceField.safeParse(code).data ?? [])
        .map((code) => label(serviceField, code)),
    )
  return <span>{flagSentence(flag, t, fields)}</span>
}
