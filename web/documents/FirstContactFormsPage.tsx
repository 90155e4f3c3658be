import './documents.css'
import { Suspense, useState } from 'react'
import { BlankForm, FirstContactForm } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Button, ChoiceField, FieldRow, Loading, Page } from '#web/ui/index.ts'
import type { FormChoice } from './documents.api.ts'
import { documentsWords } from './documents.words.ts'
import { Downloads, LanguageChoice } from './DocumentsPage.tsx'
import { FormPreview } from './FormPreview.tsx'

/** The registration and the screening of one first contact on paper (F01, F02). */
export function FirstContactFormsPage() {
  const t = useWords(documentsWords)
  const inquiryId = useRouteParam('inquiryId')
  const back = { to: `/inquiries/${inquiryId}`, label: t('backToContact') }
  return (
    <Page title={t('title')} lead={t('lead')} back={back}>
      <Forms of={FirstContactForm.options} choiceOf={(formId) => ({ inquiryId, formId })} />
    </Page>
  )
}

/** The same forms to be filled by hand at reception: of nobody yet. */
export function BlankFormsPage() {
  const t = useWords(documentsWords)
  return (
    <Page title={t('blankTitle')} lead={t('blankLead')} back={{ to: '/inquiries', label: t('backToDesk') }}>
      <Forms of={BlankForm.options} choiceOf={(formId) => ({ inquiryId: null, formId })} />
    </Page>
  )
}

/** A form of one contact, or a blank one, without its language. */
type ChosenForm =
  | Readonly<{ inquiryId: string; formId: FirstContactForm }>
  | Readonly<{ inquiryId: null; formId: BlankForm }>

type FormsProps<Form extends BlankForm> = {
  of: readonly Form[]
  choiceOf: (form: Form) => ChosenForm
}

function Forms<Form extends BlankForm>({ of, choiceOf }: FormsProps<Form>) {
  const t = useWords(documentsWords)
  const { language: spoken } = useLanguage()
  const word = (form: BlankForm) => t(form)
  const [chosen, chooseForm] = useState<Form | undefined>(of[0])
  const [language, chooseLanguage] = useState<Language>(spoken)
  if (chosen === undefined) return null
  const choice: FormChoice = { ...choiceOf(chosen), language }
  return (
    <>
      <FieldRow>
        <ChoiceField
          label={t('chooseForm')}
          value={chosen}
          choices={of.map((value) => ({ value, label: word(value) }))}
          onChange={chooseForm}
          required
        />
        <LanguageChoice language={language} choose={chooseLanguage} />
      </FieldRow>
      <Downloads choice={choice} />
      <Button onClick={() => window.print()}>{t('print')}</Button>
      <Suspense fallback={<Loading />}>
        <FormPreview choice={choice} label={t('preview', { form: word(chosen) })} />
      </Suspense>
    </>
  )
}
