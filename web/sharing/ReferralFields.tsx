import { useSuspenseQuery } from '@tanstack/react-query'
import {
  accompaniment,
  fileSection,
  receiverKind,
  referralKind,
  referralReason,
  referralUrgency,
  referralWay,
  sensitiveKind,
} from '#contract/codes/index.ts'
import { languages } from '#contract/language.ts'
import type { ReferralSheet } from '#contract/sharing.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'
import { noticeWords } from '#web/consent/notice.words.ts'
import {
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  Notice,
  TextField,
} from '#web/ui/index.ts'
import { receiversQuery } from './sharing.api.ts'
import { referralSheetWords } from './referral-sheet.words.ts'

type FieldsProps = { sheet: DraftSheet<ReferralSheet> }

/** The fields of a referral, in the order in which one thinks of them: why, to whom, what for, what is shared. */
export function ReferralFields({ sheet }: FieldsProps) {
  return (
    <>
      <WhyFields sheet={sheet} />
      <ReceiverFields sheet={sheet} />
      <HelpFields sheet={sheet} />
      <ShareFields sheet={sheet} />
    </>
  )
}

function WhyFields({ sheet }: FieldsProps) {
  const t = useWords(referralSheetWords)
  return (
    <>
      <ChoiceField
        label={t('reason')}
        required
        choices={useOwnChoices(referralReason)}
        {...sheet.field('reason')}
      />
      <FieldRow>
        <ChoiceField
          label={t('kind')}
          shape="list"
          required
          choices={useChoices(referralKind)}
          {...sheet.field('kind')}
        />
        <ChoiceField
          label={t('urgency')}
          required
          choices={useChoices(referralUrgency)}
          {...sheet.field('urgency')}
        />
      </FieldRow>
    </>
  )
}

function ReceiverFields({ sheet }: FieldsProps) {
  const t = useWords(referralSheetWords)
  const words = useWords(noticeWords)
  const { way } = sheet.value
  return (
    <>
      <ChoiceField label={t('way')} required choices={useChoices(referralWay)} {...sheet.field('way')} />
      {way === 'agency' ? (
        <AgencyField sheet={sheet} />
      ) : (
        <FieldRow>
          {way === 'partner' ? (
            <PartnerField sheet={sheet} />
          ) : (
            <TextField label={t('receiverName')} required maxLength={200} {...sheet.field('receiverName')} />
          )}
          <ChoiceField
            label={t('receiverLanguage')}
            choices={languages.map((language) => ({ value: language, label: words(language) }))}
            {...sheet.field('receiverLanguage')}
          />
        </FieldRow>
      )}
      <FieldRow>
        <ChoiceField
          label={t('receiverKind')}
          shape="list"
          required
          choices={useChoices(receiverKind)}
          {...sheet.field('receiverKind')}
        />
        <TextField label={t('receiverContact')} maxLength={400} {...sheet.field('receiverContact')} />
      </FieldRow>
    </>
  )
}

function AgencyField({ sheet }: FieldsProps) {
  const t = useWords(referralSheetWords)
  const { agencies } = useSuspenseQuery(receiversQuery).data
  if (agencies.length === 0) return <Notice>{t('noAgencies')}</Notice>
  return (
    <ChoiceField
      label={t('agency')}
      required
      choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      {...sheet.field('receiverAgencyId')}
    />
  )
}

function PartnerField({ sheet }: FieldsProps) {
  const t = useWords(referralSheetWords)
  const { partners } = useSuspenseQuery(receiversQuery).data
  if (partners.length === 0) return <Notice>{t('noPartners')}</Notice>
  return (
    <ChoiceField
      label={t('partner')}
      shape="list"
      required
      choices={partners.map(({ id, name }) => ({ value: id, label: name }))}
      {...sheet.field('receiverPartnerId')}
    />
  )
}

function HelpFields({ sheet }: FieldsProps) {
  const t = useWords(referralSheetWords)
  return (
    <>
      <LongTextField label={t('serviceNeeded')} required rows={2} {...sheet.field('serviceNeeded')} />
      <LongTextField label={t('summary')} hint={t('summaryHint')} required {...sheet.field('summary')} />
      <LongTextField label={t('done')} rows={2} {...sheet.field('done')} />
      <LongTextField label={t('expectation')} required rows={2} {...sheet.field('expectation')} />
      <FieldRow>
        <ChoiceField
          label={t('accompaniment')}
          choices={useChoices(accompaniment)}
          {...sheet.field('accompaniment')}
        />
        <DateField label={t('replyBy')} hint={t('replyByHint')} {...sheet.field('replyBy')} />
      </FieldRow>
    </>
  )
}

function ShareFields({ sheet }: FieldsProps) {
  const t = useWords(referralSheetWords)
  const ordinary = useChoices(sensitiveKind).filter(({ value }) => value !== 'under-fourteen')
  return (
    <>
      <ManyChoicesField
        label={t('sections')}
        hint={t('sectionsHint')}
        required
        choices={useChoices(fileSection)}
        {...sheet.field('sections')}
      />
      <ManyChoicesField
        label={t('sensitiveKinds')}
        hint={t('sensitiveHint')}
        choices={ordinary}
        {...sheet.field('sensitiveKinds')}
      />
    </>
  )
}
