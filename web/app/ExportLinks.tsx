import { exportWords } from './export.words.ts'
import { useLanguage, useWords } from './LanguageContext.tsx'

/** Saves the list that is shown as a file, in the reader's language. `path` says which list, with its query begun. */
export function ExportLinks({ path }: { path: `/api/${string}?${string}` }) {
  const t = useWords(exportWords)
  const { language } = useLanguage()
  const address = (format: string) => `${path}&language=${language}&format=${format}`
  return (
    <div className="export-links">
      <span>{t('save')}</span>
      <a className="button" href={address('xlsx')} download>
        {t('xlsx')}
      </a>
      <a className="button" href={address('csv')} download>
        {t('csv')}
      </a>
      <small>{t('logged')}</small>
    </div>
  )
}
