import { useEffect, useState } from 'react'
import { type NoticeBasis, noticeBasis, waitsForNotice } from '#contract/case/notice-first.ts'
import type { InquirySheet } from '#contract/case/intake.ts'
import type { Language } from '#contract/language.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import type { AboutPeople, SheetHeld } from './inquiry-field.ts'
import { languageSpoken } from './spoken.ts'

/** The notice of how information is used, beside a sheet: whether it was told, what waits for it, and the telling. */
export type Telling = Readonly<{
  basis: NoticeBasis | null
  waiting: readonly (keyof InquirySheet)[]
  /** The language in which it is told: the client's where it is known, else the writer's. */
  language: Language
  choose: (language: Language) => void
  tell: () => void
}>

/** Alt and I tell it, wherever the cursor is, and on any keyboard: the key is known by its place. */
export function useTelling(inquiry: AboutPeople, sheet: SheetHeld, danger: boolean | null): Telling {
  const { language: own } = useLanguage()
  const [chosen, choose] = useState<Language | null>(null)
  const { value } = sheet
  const language = chosen ?? languageSpoken(inquiry.client?.language ?? '') ?? own
  const standing = {
    sheet: value,
    emergency: danger,
    underFourteen: inquiry.client?.underFourteen ?? false,
  }
  const basis = noticeBasis(standing)
  const tell = () =>
    sheet.change({ toldItems: [...value.toldItems, 'information-use'], toldLanguage: language })
  useEffect(() => {
    const press = (pressed: KeyboardEvent) => {
      if (!pressed.altKey || pressed.ctrlKey || pressed.code !== 'KeyI' || basis === 'told') return
      pressed.preventDefault()
      tell()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return { basis, waiting: waitsForNotice(standing, inquiry.kept ?? null), language, choose, tell }
}
