import { useState, type FormEvent } from 'react'
import { useWords } from './LanguageContext.tsx'
import { useGo } from './navigation.tsx'
import { searchFor } from './search-text.ts'
import { shellWords } from './shell.words.ts'

/** Looks for a person from anywhere. The text goes to the people page in memory, never in the address. */
export function SearchBox() {
  const t = useWords(shellWords)
  const go = useGo()
  const [text, setText] = useState('')
  const find = (submitted: FormEvent) => {
    submitted.preventDefault()
    searchFor(text)
    go('/people')
  }
  return (
    <search className="shell-search">
      <form onSubmit={find}>
        <input
          className="input"
          type="search"
          dir="auto"
          autoComplete="off"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={text}
          onChange={(change) => setText(change.target.value)}
        />
        <button className="button" type="submit">
          {t('find')}
        </button>
      </form>
    </search>
  )
}
