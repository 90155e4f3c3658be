import { useWords } from '#web/app/LanguageContext.tsx'
import { Page } from '#web/ui/index.ts'
import { accessWords } from './access.words.ts'
import { SignInForm } from './SignInForm.tsx'

/** The door: shown in place of any page to somebody who is not signed in. */
export function SignInPage() {
  const t = useWords(accessWords)
  return (
    <div className="door">
      <Page title={t('signIn')} lead={t('lead')}>
        <SignInForm />
      </Page>
    </div>
  )
}
