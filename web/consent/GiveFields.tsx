import { consentPurpose, consentWay, sensitiveKind } from '#contract/codes/index.ts'
import { type ConsentPage, purposeAsks } from '#contract/consent.ts'
import { languages } from '#contract/language.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, DateField, FieldRow, LongTextField, TextField } from '#web/ui/index.ts'
import type { Giving } from './giving.ts'
import { givingWords } from './giving.words.ts'
import { noticeWords } from './notice.words.ts'
import { ReceiversField, SectionsField } from './scope.tsx'

type GiveFieldsProps = {
  written: Giving
  write: (written: Giving) => void
  giving: ConsentPage['giving']
  versions: readonly number[]
  errorOf: (path: string) => string | undefined
}

type PartProps = GiveFieldsProps & {
  set: <Key extends keyof Giving>(key: Key) => (value: Giving[Key]) => void
}

/** The fields of a consent, in the order in which one speaks of them. */
export function GiveFields(props: GiveFieldsProps) {
  const { written, write } = props
  const set =
    <Key extends keyof Giving>(key: Key) =>
    (value: Giving[Key]) =>
      write({ ...written, [key]: value })
  return (
    <>
      <NoticeFields {...props} set={set} />
      <ScopeFields {...props} set={set} />
      <GiverFields {...props} set={set} />
    </>
  )
}

/** Which version of the notice the client is told, and in which language. */
function NoticeFields({ written, versions, set }: PartProps) {
  const t = useWords(givingWords)
  const words = useWords(noticeWords)
  return (
    <FieldRow>
      <ChoiceField
        label={t('language')}
        choices={languages.map((language) => ({ value: language, label: words(language) }))}
        value={written.noticeLanguage}
        onChange={set('noticeLanguage')}
      />
      <ChoiceField
        label={t('version')}
        shape="list"
        choices={versions.map((version) => ({
          value: String(version),
          label: t('versionNumber', { version }),
        }))}
        value={String(written.noticeVersion)}
        onChange={(version) => set('noticeVersion')(Number(version))}
      />
    </FieldRow>
  )
}

/** What is agreed: the purpose, the sensitive kind, and what the purpose asks. */
function ScopeFields({ written, giving, set, errorOf }: PartProps) {
  const t = useWords(givingWords)
  const purposes = useChoices(consentPurpose)
  const kinds = useChoices(sensitiveKind)
  const asks = written.purpose === null ? null : purposeAsks[written.purpose]
  const older = kinds.filter(({ value }) => value !== 'under-fourteen')
  const fitting = giving.under14
    ? [...kinds.filter(({ value }) => value === 'under-fourteen'), ...older]
    : [{ value: 'ordinary' as const, label: t('ordinary') }, ...older]
  return (
    <>
      <ChoiceField
        label={t('purpose')}
        choices={purposes}
        required
        value={written.purpose}
        onChange={set('purpose')}
      />
      <ChoiceField
        id="sensitiveKind"
        label={t('kind')}
        hint={t('kindHint')}
        shape="pills"
        choices={fitting}
        value={written.kind}
        onChange={set('kind')}
        error={errorOf('sensitiveKind')}
      />
      {asks?.sections && (
        <SectionsField
          label={t('sections')}
          required
          value={written.sections}
          onChange={set('sections')}
          error={errorOf('sections')}
        />
      )}
      {asks?.receivers && (
        <ReceiversField
          label={written.purpose === 'taking-part' ? t('takingPart') : t('receivers')}
          required
          value={written.receivers}
          onChange={set('receivers')}
          error={errorOf('receivers')}
        />
      )}
      <LongTextField
        id="details"
        label={t('details')}
        hint={detailsHint(written, t)}
        required={asks?.details ?? false}
        value={written.details}
        onChange={set('details')}
        error={errorOf('details')}
      />
    </>
  )
}

function detailsHint(
  { purpose }: Giving,
  t: ReturnType<typeof useWords<(typeof givingWords)['languages']['zh-CN']>>,
) {
  if (purpose === 'pictures') return t('detailsPictures')
  return purpose === 'unsafe-contact' ? t('detailsContact') : undefined
}

/** Who consents, how, and for how long. */
function GiverFields({ written, giving, set, errorOf }: PartProps) {
  const t = useWords(givingWords)
  const ways = useChoices(consentWay)
  return (
    <>
      {giving.giver === 'guardian' && (
        <ChoiceField
          id="guardianId"
          label={t('guardian')}
          choices={giving.guardians.map(({ id, name }) => ({ value: id, label: name }))}
          required
          value={written.guardianId}
          onChange={set('guardianId')}
          error={errorOf('guardianId')}
        />
      )}
      {giving.giver === 'guardian' && (
        <LongTextField
          id="heard"
          label={t('heard')}
          hint={t('heardHint')}
          required={giving.mustBeHeard}
          value={written.heard}
          onChange={set('heard')}
          error={errorOf('heard')}
        />
      )}
      <ChoiceField label={t('way')} choices={ways} required value={written.way} onChange={set('way')} />
      {written.way === 'oral-with-witness' && (
        <TextField
          id="witness"
          label={t('witness')}
          required
          maxLength={200}
          value={written.witness}
          onChange={set('witness')}
          error={errorOf('witness')}
        />
      )}
      <FieldRow>
        <DateField label={t('validFrom')} required value={written.validFrom} onChange={set('validFrom')} />
        <DateField
          id="validUntil"
          label={t('validUntil')}
          required
          value={written.validUntil}
          onChange={set('validUntil')}
          error={errorOf('validUntil')}
        />
      </FieldRow>
    </>
  )
}
