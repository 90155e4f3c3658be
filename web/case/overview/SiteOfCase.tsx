import { useState } from 'react'
import type { CaseView } from '#contract/case/overview.ts'
import { nameIn } from '#contract/settings/index.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Button } from '#web/ui/index.ts'
import { SiteDialog, useOtherSites } from './SiteDialog.tsx'
import { siteWords } from './site.words.ts'

/** Under the facts of a case: from which site it came and why, and for whoever may, the way to another one. */
export function SiteOfCase({ caseView }: { caseView: CaseView }) {
  const t = useWords(siteWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const { movedToSite: moved } = caseView
  const cameFrom = moved?.from ? nameIn(moved.from, language) : t('wholeAgency')
  return (
    <>
      {moved && (
        <>
          <p>{t('cameFrom', { site: cameFrom })}</p>
          <p dir="auto">{moved.reason}</p>
          <p>
            <small>{t('movedBy', { who: moved.by.name, when: formats.moment(moved.at) })}</small>
          </p>
        </>
      )}
      {caseView.abilities.moveToSite === 'yes' && <MoveButton caseView={caseView} />}
    </>
  )
}

/** Nothing where the agency has no other site. */
function MoveButton({ caseView }: { caseView: CaseView }) {
  const t = useWords(siteWords)
  const [asking, setAsking] = useState(false)
  if (useOtherSites(caseView).length === 0) return null
  return (
    <p>
      <Button onClick={() => setAsking(true)}>{t('move')}</Button>
      {asking && <SiteDialog caseView={caseView} onClose={() => setAsking(false)} />}
    </p>
  )
}
