import { expect } from '@playwright/test'
import {
  caseSource,
  contactChannel,
  familyRelation,
  helpSeekingType,
  sex,
  willingness,
} from '#contract/codes/index.ts'
import { InquiryView } from '#contract/case/intake.ts'
import { languageNames } from '#web/app/language.ts'
import { fieldSentences } from '#web/app/field.sentences.ts'
import { noticeFirstWords } from '#web/case/intake/inquiry/notice-first.words.ts'
import { shellWords } from '#web/app/shell.words.ts'
import { emergencyWords } from '#web/case/intake/inquiry/emergency.words.ts'
import { inquiryWords } from '#web/case/intake/inquiry/inquiry.words.ts'
import { duplicateWords } from '#web/people/duplicate.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import type { Teller } from './teller.ts'

const sheetPlace = /\/inquiries\/[0-9a-f-]{36}$/u

/** A person whom nobody has recorded yet. */
export type NewPerson = Readonly<{ name: string; sex: '1' | '2'; birthDate: string; phone?: string }>

/** The grandmother who calls, and the boy about whom she calls. */
export const caller: NewPerson = { name: '王桂英', sex: '2', birthDate: '1955-04-18', phone: '13909310018' }
export const client: NewPerson = { name: '李小龙', sex: '1', birthDate: '2015-02-03' }

/** Looks for a person, does not find them, and records them. */
async function recordPerson(teller: Teller, field: string, person: NewPerson) {
  const t = teller.words(personPickerWords)
  const picker = teller.page.getByRole('group', { name: field })
  await picker.getByLabel(t('search')).fill(person.name)
  await teller.press(t('recordNew'), picker)
  await teller.choose(t('sex'), sex.label(person.sex, teller.language), picker)
  await teller.fill(t('birthDate'), person.birthDate, picker)
  if (person.phone) await teller.fill(t('phone'), person.phone, picker)
  await teller.press(t('record'), picker)
  await expect(picker.getByText(person.name)).toBeVisible()
}

/** Another spelling of the same name with the same birth date: the duplicate is shown, and chosen instead. */
async function findTheDuplicate(teller: Teller, field: string) {
  const t = teller.words(personPickerWords)
  const picker = teller.page.getByRole('group', { name: field })
  await teller.press(t('change'), picker)
  await picker.getByLabel(t('search')).fill('李晓龙')
  await teller.press(t('recordNew'), picker)
  await teller.choose(t('sex'), sex.label(client.sex, teller.language), picker)
  await teller.fill(t('birthDate'), client.birthDate, picker)
  await teller.press(t('record'), picker)
  await expect(picker.getByText(teller.words(duplicateWords)('similar-name-and-birth-date'))).toBeVisible()
  await teller.press(t('thisPerson'), picker)
  await expect(picker.getByText(client.name)).toBeVisible()
}

/** The phone rings: who calls and for whom, what troubles them, what was told, and whether anybody is in danger. */
export async function takeTheCall(teller: Teller) {
  const { language, page } = teller
  const t = teller.words(inquiryWords)
  await teller.follow(teller.words(shellWords)('receive'))
  await teller.press(contactChannel.label('phone', language))
  await expect(page).toHaveURL(sheetPlace)
  await recordPerson(teller, t('callerId'), caller)
  await recordPerson(teller, t('clientId'), client)
  await findTheDuplicate(teller, t('clientId'))
  await teller.choose(t('callerRelation'), familyRelation.label('paternal-grandmother', language))
  await teller.fill(t('trouble'), '孙子两个月没有去上学，每天待在家里打游戏。')
  await tellHowInformationIsUsed(teller)
  await teller.fill(t('situation'), '小龙跟奶奶住在一起，父母在外地打工，春节回来一次。')
  await teller.choose(t('willingness'), willingness.label(5, language))
  await teller.tickAll(t('toldItems'))
  await teller.fill(t('emotionalSupport'), '奶奶说着哭了，社工先听她说完，肯定她打来电话。')
  await teller.choose(t('source'), caseSource.label('self', language))
  await teller.choose(t('helpType'), helpSeekingType.label('own-initiative', language))

  await refusedWithoutTheEmergencyDecision(teller)
  await decideThatNobodyIsInDanger(teller)
  await teller.press(t('register'))
  await expect(page).toHaveURL(/preliminary-assessment$/u)
}

/** What troubles them waits on the device until the notice was told; who it is about is kept already. */
async function tellHowInformationIsUsed({ page, words, language }: Teller) {
  const n = words(noticeFirstWords)
  const address = `/api${new URL(page.url()).pathname}`
  const kept = async () => {
    const answer = await page.request.get(address)
    const { sheet } = InquiryView.pick({ sheet: true }).parse(await answer.json())
    return [sheet.clientId !== null, sheet.trouble !== '', sheet.toldLanguage]
  }
  await expect(page.getByText(fieldSentences['notice-first'][language]).first()).toBeVisible()
  await expect.poll(kept).toEqual([true, false, null])
  await page.getByRole('button', { name: `${n('told')} · ${languageNames[language]}` }).click()
  await expect.poll(kept).toEqual([true, true, language])
}

async function refusedWithoutTheEmergencyDecision(teller: Teller) {
  const t = teller.words(inquiryWords)
  await teller.press(t('register'))
  await expect(teller.page.getByRole('link', { name: t('emergency') })).toBeVisible()
  await expect(teller.page).toHaveURL(sheetPlace)
}

async function decideThatNobodyIsInDanger(teller: Teller) {
  const t = teller.words(emergencyWords)
  await teller.press(t('no'))
  await teller.fill(t('reasonNo'), '孩子在家，奶奶陪着，没有说过要伤害自己。', teller.dialog())
  await teller.press(t('keepNo'), teller.dialog())
  await teller.sees(t('decidedNo'))
}
