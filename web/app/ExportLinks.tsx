import { exportWords } from './export.words.ts'
import { useLanguage, useWords } from './LanguageContext.tsx'

type ExportLinksProps = Readonly<{
  /** Which list, with its query begun. */
  path: `/api/${string}?${string}`
  /** What is said of the file: whether it holds names of clients. */
  holds?: 'names' | 'numbers'
}>

/** Saves the list that is shown as a file, in the reader's language. */
export function ExportLinks({ path, holds = 'names' }: ExportLinksProps) {
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
      <small>{t(holds === 'names' ? 'logged' : 'loggedNumbers')}</small>
    </div>
  )
}
