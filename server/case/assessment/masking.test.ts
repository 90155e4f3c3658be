import { expect, test } from 'vitest'
import { anAssessmentSheet } from './assessment.factory.ts'
import { maskedSheet, maskOf } from './masking.ts'

test('body and mind are health whatever is marked; nothing else stays behind where nothing is marked', () => {
  const sheet = anAssessmentSheet({ sensitiveKinds: [] })
  const masked = maskOf(sheet, false)
  expect(masked).toEqual({ fields: ['physical', 'psychological'], kinds: ['health'], said: false })
  expect(maskedSheet(sheet, masked)).toEqual({ ...sheet, physical: '', psychological: '' })
  expect(maskOf({ ...sheet, physical: '', psychological: '' }, false).kinds).toEqual([])
})

test.each([
  ['what its author marked', ['offence'] as const, false, ['offence', 'health']],
  ['everything of a child under 14', [] as const, true, ['under-fourteen', 'health']],
])(
  '%s takes the whole analysis along, and only what tells nothing of the person remains',
  (_, kinds, young, of) => {
    const sheet = anAssessmentSheet({ sensitiveKinds: [...kinds] })
    const masked = maskOf(sheet, young)
    expect(masked).toMatchObject({ kinds: of, said: true })
    const { heldOn, methods, explainedItems, theories, needsCaseManagement, sensitiveKinds } = sheet
    const left = Object.entries(maskedSheet(sheet, masked)).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    expect(Object.fromEntries(left)).toEqual({
      heldOn,
      methods,
      explainedItems,
      theories,
      needsCaseManagement,
      ...(kinds.length > 0 ? { sensitiveKinds } : {}),
    })
    expect(masked.fields).not.toContain('heldOn')
  },
)
