import type { Narrative } from '@medplum/fhirtypes'
import type { Language } from '#contract/language.ts'
import type { PackageRow, PackageSection, PackageValue } from '#contract/sharing.ts'
import { labelOfCode } from '#server/documents/index.ts'
import { say } from './fhir-words.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML has no sign for these, not even an escaped one.
const unspeakable = /(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu

/** A text as XHTML shows it: nothing that was typed becomes markup. */
export const escaped = (text: string) =>
  text.replaceAll(unspeakable, '').replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign)

const lines = (text: string) => escaped(text).split('\n').join('<br/>')

/** A value as it is read. */
export function readable(value: PackageValue, language: Language): string {
  if (value.kind === 'text') return value.text
  return value.kind === 'date' ? value.date : labelOfCode(value.list, value.code, language)
}

const itemOf = ({ line, values }: PackageRow, language: Language) => {
  const said = values.map((value) => lines(readable(value, language))).join(' · ')
  return `<li><b>${escaped(labelOfCode('packageLine', line, language))}</b>: ${said}</li>`
}

/** One section of a package as people read it, with its codes in the receiver’s language. */
export function narrativeOf({ rows }: PackageSection, language: Language): Narrative {
  const inside =
    rows.length === 0
      ? `<p>${escaped(say('nothing', language))}</p>`
      : `<ul>${rows.map((row) => itemOf(row, language)).join('')}</ul>`
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">${inside}</div>`,
  }
}
