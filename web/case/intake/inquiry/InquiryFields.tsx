import {
  caseSource,
  clientKind,
  contactChannel,
  helpSeekingType,
  involuntaryGround,
  standardOf,
  toldItem,
} from '#contract/codes/index.ts'
import type { InquirySheet } from '#contract/case/intake.ts'
import { languages } from '#contract/language.ts'
import { languageNames } from '#web/app/language.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, LongTextField, ManyChoicesField, Section, TextField } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { AboutPeople, InquiryField, SheetHeld } from './inquiry-field.ts'
import { InquiryPeople } from './InquiryPeople.tsx'
import { inquiryWords } from './inquiry.words.ts'
import { afterNotice } from './after-notice.ts'
import { NoticeFirst, TellButton } from './NoticeFirst.tsx'
import { type Telling, useTelling } from './useTelling.ts'
import { WillingnessField } from './WillingnessField.tsx'

type InquiryFieldsProps = {
  inquiry: AboutPeople
  sheet: SheetHeld
  /** Whether life or safety was found to be in danger; null while nobody has decided. */
  danger: boolean | null
  refused: unknown
}

/** The sheet from top to bottom, in the order in which a call goes: who, what, told, and last how they came. */
export function InquiryFields({ inquiry, sheet, danger, refused }: InquiryFieldsProps) {
  const t = useWords(inquiryWords)
  const telling = useTelling(inquiry, sheet, danger)
  const field = useFieldErrors(sheet, afterNotice(refused, telling.basis))
  return (
    <>
      <Section title={t('peoplePart')}>
        <InquiryPeople inquiry={inquiry} sheet={sheet} field={field} />
      </Section>
      <Section title={t('troublePart')}>
        <NoticeFirst telling={telling} sheet={sheet} />
        <LongTextField label={t('trouble')} hint={t('troubleHint')} required {...field('trouble')} />
        <LongTextField label={t('situation')} hint={t('situationHint')} required {...field('situation')} />
        <WillingnessField required {...field('willingness')} />
      </Section>
      <Section title={t('toldPart')}>
        <ToldItems sheet={sheet} field={field} telling={telling} />
        <LongTextField
          label={t('emotionalSupport')}
          hint={t('emotionalHint')}
          rows={2}
          {...field('emotionalSupport')}
        />
      </Section>
      <Section title={t('howPart')}>
        <HowTheyCame inquiry={inquiry} sheet={sheet} field={field} />
        {telling.waiting.some((one) => howTheyCame.includes(one)) && (
          <div className="page-actions">
            <TellButton telling={telling} />
          </div>
        )}
      </Section>
    </>
  )
}

/** What is sensitive of the last part: far below the notice, so the press that tells it stands there too. */
const howTheyCame: readonly (keyof InquirySheet)[] = ['referrerReason', 'involuntaryGround', 'resistance']

type ToldItemsProps = { sheet: SheetHeld; field: InquiryField; telling: Telling }

function ToldItems({ sheet, field, telling }: ToldItemsProps) {
  const t = useWords(inquiryWords)
  const choices = useChoices(toldItem)
  const tick = (toldItems: InquirySheet['toldItems']) =>
    sheet.change({
      toldItems,
      toldLanguage: toldItems.includes('information-use')
        ? (sheet.value.toldLanguage ?? telling.language)
        : sheet.value.toldLanguage,
    })
  return (
    <>
      <ManyChoicesField
        label={t('toldItems')}
        hint={t('toldHint')}
        choices={choices}
        {...field('toldItems')}
        onChange={tick}
      />
      {sheet.value.toldItems.includes('information-use') && (
        <ChoiceField
          label={t('toldLanguage')}
          choices={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          shape="pills"
          {...field('toldLanguage')}
        />
      )}
    </>
  )
}

type HowTheyCameProps = { inquiry: AboutPeople; sheet: SheetHeld; field: InquiryField }

function HowTheyCame({ inquiry, sheet, field }: HowTheyCameProps) {
  const t = useWords(inquiryWords)
  const channels = useChoices(contactChannel)
  const sources = useOwnChoices(caseSource)
  const helpTypes = useChoices(helpSeekingType)
  const kinds = useChoices(clientKind)
  const source = sheet.value.source && standardOf(sheet.value.source)
  const sent = source === 'introduced' || source === 'transferred'
  return (
    <>
      <ChoiceField label={t('channel')} choices={channels} required {...field('channel')} />
      <ChoiceField label={t('source')} choices={sources} shape="pills" required {...field('source')} />
      {sent && (
        <FieldRow>
          {!inquiry.reporter.protected && (
            <TextField required label={t('referrerName')} {...field('referrerName')} />
          )}
          <TextField label={t('referrerReason')} {...field('referrerReason')} />
        </FieldRow>
      )}
      <ChoiceField label={t('helpType')} choices={helpTypes} required {...field('helpType')} />
      <ChoiceField label={t('clientType')} choices={kinds} required {...field('clientType')} />
      {sheet.value.clientType === 'involuntary' && <Compelled field={field} />}
    </>
  )
}

/** Who or what made an involuntary client come, and how they show that they would rather not. */
function Compelled({ field }: { field: InquiryField }) {
  const t = useWords(inquiryWords)
  const grounds = useChoices(involuntaryGround)
  return (
    <>
      <ChoiceField
        label={t('involuntaryGround')}
        choices={grounds}
        shape="pills"
        required
        {...field('involuntaryGround')}
      />
      <LongTextField label={t('resistance')} hint={t('resistanceHint')} rows={2} {...field('resistance')} />
    </>
  )
}
