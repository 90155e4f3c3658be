import './documents.css'
import { Suspense, useState } from 'react'
import { FirstContactForm } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Button, ChoiceField, FieldRow, Loading, Page } from '#web/ui/index.ts'
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
      <Forms inquiryId={inquiryId} />
    </Page>
  )
}

/** The same forms to be filled by hand at reception: of nobody yet. */
export function BlankFormsPage() {
  const t = useWords(documentsWords)
  return (
    <Page title={t('blankTitle')} lead={t('blankLead')} back={{ to: '/inquiries', label: t('backToDesk') }}>
      <Forms inquiryId={null} />
    </Page>
  )
}

function Forms({ inquiryId }: { inquiryId: string | null }) {
  const t = useWords(documentsWords)
  const { language: spoken } = useLanguage()
  const [formId, chooseForm] = useState<FirstContactForm>('F01')
  const [language, chooseLanguage] = useState<Language>(spoken)
  const choice = { inquiryId, formId, language }
  return (
    <>
      <FieldRow>
        <ChoiceField
          label={t('chooseForm')}
          value={formId}
          choices={FirstContactForm.options.map((value) => ({ value, label: t(value) }))}
          onChange={chooseForm}
          required
        />
        <LanguageChoice language={language} choose={chooseLanguage} />
      </FieldRow>
      <Downloads choice={choice} />
      <Button onClick={() => window.print()}>{t('print')}</Button>
      <Suspense fallback={<Loading />}>
        <FormPreview choice={choice} label={t('preview', { form: t(formId) })} />
      </Suspense>
    </>
  )
}
