import './documents.css'
import { Suspense, useState } from 'react'
import { FormId } from '#contract/documents.ts'
import { Language } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ChoiceField, FieldRow, Loading } from '#web/ui/index.ts'
import { fileAddress, type FormChoice, interviewPlace } from './documents.api.ts'
import { documentsWords } from './documents.words.ts'
import { FormPreview } from './FormPreview.tsx'

const forms = FormId.options
const isForm = (text: string | null): text is FormId => FormId.safeParse(text).success
const isLanguage = (text: string | null): text is Language => Language.safeParse(text).success

/** The official forms of a case: chosen, looked at, taken along as Word or PDF. */
export function DocumentsPage() {
  const t = useWords(documentsWords)
  const caseId = useRouteParam('caseId')
  const { language: spoken } = useLanguage()
  const [formId, chooseForm] = useState<FormId>('F07')
  const [language, chooseLanguage] = useState<Language>(spoken)
  const choice = { caseId, formId, language }
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <FieldRow>
        <ChoiceField
          label={t('chooseForm')}
          value={formId}
          choices={forms.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => isForm(value) && chooseForm(value)}
          required
        />
        <LanguageChoice language={language} choose={chooseLanguage} />
      </FieldRow>
      <Downloads choice={choice} />
      <Suspense fallback={<Loading />}>
        <FormPreview choice={choice} label={t('preview', { form: t(formId) })} />
      </Suspense>
    </CaseFrame>
  )
}

/** One signed interview on paper: the narrative record, with its flag where it was written late. */
export function InterviewPaperPage() {
  const t = useWords(documentsWords)
  const caseId = useRouteParam('caseId')
  const recordId = useRouteParam('interviewId')
  const { language: spoken } = useLanguage()
  const [language, chooseLanguage] = useState<Language>(spoken)
  const choice = { caseId, formId: 'F03', language, recordId } as const
  const back = { to: interviewPlace(caseId, recordId), label: t('backToInterview') }
  return (
    <CaseFrame caseId={caseId} title={t('F03')} back={back}>
      <LanguageChoice language={language} choose={chooseLanguage} />
      <Downloads choice={choice} />
      <Suspense fallback={<Loading />}>
        <FormPreview choice={choice} label={t('preview', { form: t('F03') })} />
      </Suspense>
    </CaseFrame>
  )
}

type LanguageChoiceProps = { language: Language; choose: (language: Language) => void }

/** In which language the labels of a form are. */
export function LanguageChoice({ language, choose }: LanguageChoiceProps) {
  const t = useWords(documentsWords)
  return (
    <ChoiceField
      label={t('chooseLanguage')}
      value={language}
      choices={Language.options.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(value) => isLanguage(value) && choose(value)}
      required
    />
  )
}

/** A form as Word and PDF. */
export function Downloads({ choice }: { choice: FormChoice }) {
  const t = useWords(documentsWords)
  // A form to be filled by hand has no story in which its print could be told.
  const ofNobody = 'inquiryId' in choice && choice.inquiryId === null
  return (
    <div className="form-downloads">
      <a className="button button-main" href={fileAddress(choice, 'docx')} download>
        {t('word')}
      </a>
      <a className="button" href={fileAddress(choice, 'pdf')} download>
        {t('pdf')}
      </a>
      {!ofNobody && <small>{t('logged')}</small>}
    </div>
  )
}
