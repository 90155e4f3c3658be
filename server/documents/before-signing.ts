import type { FormSheet, SheetSection } from '#contract/documents.ts'

/** Puts a section where the forms end: before the place to sign, or last where nobody signs. */
export function beforeSigning(sheet: FormSheet, section: SheetSection): FormSheet {
  const signing = sheet.sections.findIndex(({ blocks }) => blocks.some(({ kind }) => kind === 'signatures'))
  const at = signing < 0 ? sheet.sections.length : signing
  return { ...sheet, sections: [...sheet.sections.slice(0, at), section, ...sheet.sections.slice(at)] }
}
