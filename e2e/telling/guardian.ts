import { expect } from '@playwright/test'
import { familyRelation } from '#contract/codes/index.ts'
import { personWords } from '#web/people/person.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import { relativesWords } from '#web/people/relatives.words.ts'
import { caller, client } from './first-contact.ts'
import type { Teller } from './teller.ts'

/** The boy is a minor: his grandmother is recorded as his guardian, found by two characters of her name. */
export async function recordTheGuardian(teller: Teller) {
  const { page } = teller
  await page.goto('/people')
  await page.getByRole('main').getByRole('searchbox').fill('小龙')
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(client.name, 'u') })
    .first()
    .click()
  await expect(page.getByText(teller.words(personWords)('guardianMissing')).first()).toBeVisible()

  const t = teller.words(relativesWords)
  await teller.press(t('add'))
  const who = page.getByRole('group', { name: t('who') })
  await who.getByLabel(teller.words(personPickerWords)('search')).fill('桂英')
  await who.getByRole('button', { name: new RegExp(caller.name, 'u') }).click()
  await teller.choose(t('kind'), familyRelation.label('paternal-grandmother', teller.language))
  await teller.tickBox(page.getByLabel(new RegExp(`^${t('guardian')}`, 'u')).first())
  await teller.fill(t('proof'), '户口簿；父母书面委托')
  await teller.press(t('save'))
  await expect(page.getByText(teller.words(personWords)('guardianMissing'))).toHaveCount(0)
}
