import './sharing.css'
import {
  accompaniment,
  exceptionGround,
  familyRelation,
  fileSection,
  packageLine,
  referralKind,
  referralReason,
  referralUrgency,
  sensitiveKind,
  sex,
} from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import type { PackageRow, PackageValue, ReferralPackage } from '#contract/sharing.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { InStandardWords } from '#web/app/code-words.tsx'
import { Facts, Written } from '#web/ui/index.ts'
import { packageWords } from './package.words.ts'

/**
 * A package as everybody reads it: whoever is about to send it, whoever receives it with an account, and whoever opens it
 * by a link. There is one drawing of it, so that the preview is what arrives.
 */
export function PackageSheet({ contents }: { contents: ReferralPackage }) {
  return (
    <InStandardWords>
      <Contents contents={contents} />
    </InStandardWords>
  )
}

function Contents({ contents }: { contents: ReferralPackage }) {
  const label = useLabel()
  const { language } = useLanguage()
  return (
    <div className="package">
      <PackageHead contents={contents} />
      {contents.sections.map(({ section, rows }) => (
        <section key={section}>
          <h3>{label(fileSection, section)}</h3>
          <Rows rows={rows} language={language} />
        </section>
      ))}
    </div>
  )
}

function PackageHead({ contents }: { contents: ReferralPackage }) {
  const t = useWords(packageWords)
  const label = useLabel()
  const formats = useFormats()
  const { from, to, sensitiveKinds, withoutConsent = [] } = contents
  return (
    <Facts
      facts={[
        { label: t('from'), value: [from.agency, from.worker].join(' · ') },
        { label: t('to'), value: to.name },
        { label: t('contact'), value: to.contact },
        { label: t('kind'), value: label(referralKind, contents.kind) },
        { label: t('reason'), value: label(referralReason, contents.reason) },
        { label: t('urgency'), value: label(referralUrgency, contents.urgency) },
        { label: t('needed'), value: contents.serviceNeeded },
        { label: t('summary'), value: contents.summary },
        { label: t('done'), value: contents.done },
        { label: t('expectation'), value: contents.expectation },
        {
          label: t('accompaniment'),
          value: contents.accompaniment && label(accompaniment, contents.accompaniment),
        },
        { label: t('replyBy'), value: formats.date(contents.replyBy) },
        {
          label: t('sensitive'),
          value:
            sensitiveKinds.length === 0
              ? null
              : formats.phrases(sensitiveKinds.map((kind) => label(sensitiveKind, kind))),
        },
        {
          label: t('withoutConsent'),
          value:
            withoutConsent.length === 0
              ? null
              : formats.phrases(withoutConsent.map((ground) => label(exceptionGround, ground))),
        },
      ]}
    />
  )
}

function Rows({ rows, language }: { rows: readonly PackageRow[]; language: Language }) {
  const t = useWords(packageWords)
  const label = useLabel()
  const value = usePackageValue(language)
  if (rows.length === 0) return <p className="section-lead">{t('nothing')}</p>
  return (
    <dl className="package-rows">
      {rows.map(({ line, values }, place) => (
        <div key={`${line} ${String(place)}`}>
          <dt>{label(packageLine, line)}</dt>
          <dd>
            <Written>{values.map(value).join(' · ')}</Written>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The lists from which a value of a package may come. */
const lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>> = {
  familyRelation: familyRelation.labels,
  sex: sex.labels,
}

/** A value in the reader’s language; a code of a list that is not known here is shown as it came. */
function usePackageValue(language: Language) {
  const formats = useFormats()
  return (value: PackageValue): string => {
    if (value.kind === 'text') return value.text
    if (value.kind === 'code') return lists[value.list]?.[value.code]?.[language] ?? value.code
    if (value.date.length === 10) return formats.date(value.date)
    return value.date.length === 7 ? formats.month(value.date) : value.date
  }
}
