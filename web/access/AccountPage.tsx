import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Page } from '#web/ui/index.ts'
import { accountQuery } from './account.api.ts'
import { accountWords } from './account.words.ts'
import { FactorSection } from './FactorSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { SignInsSection } from './SignInsSection.tsx'
import { useProof } from './useProof.tsx'

/** “My sign-in”: the second step, recovery codes, the password, and where one is signed in. */
export function AccountPage() {
  const t = useWords(accountWords)
  const { data: account } = useSuspenseQuery(accountQuery)
  const { proving, dialog } = useProof()
  return (
    <Page title={t('title')} lead={<bdi>{account.email}</bdi>}>
      <FactorSection account={account} proving={proving} />
      <PasswordSection account={account} proving={proving} />
      <SignInsSection />
      {dialog}
    </Page>
  )
}
