import { expect } from '@playwright/test'
import { contactMode, interviewTask, nextStep } from '#contract/codes/index.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { interviewWords } from '#web/case/intake/interview/interview.words.ts'
import { addendaWords } from '#web/case/timeline/addenda.words.ts'
import { hoursAgo } from './moments.ts'
import type { Teller } from './teller.ts'

/** The intake interview: when it was held, its four parts and six tasks; signed, and afterwards only added to. */
export async function holdTheInterview(teller: Teller, caseId: string) {
  const t = teller.words(interviewWords)
  await teller.page.goto(`/cases/${caseId}/interview`)
  await teller.press(t('begin'))
  await writeTheInterview(teller, 2)
  await teller.press(t('sign'))
  await teller.press(t('signNow'), teller.dialog())
  await teller.sees(t('hash'))
  await addToIt(teller)
}

/** Writes everything that a signature asks for, of an interview that ended so many hours ago. */
export async function writeTheInterview(teller: Teller, ended: number) {
  await writeWhenAndWhere(teller, ended)
  await writeTheConversation(teller)
  await writeWhatIsNext(teller)
}

async function writeWhenAndWhere(teller: Teller, ended: number) {
  const t = teller.words(interviewWords)
  const yes = teller.words(uiWords)('yes')
  await teller.fill(t('heldFrom'), hoursAgo(ended + 1))
  await teller.fill(t('heldUntil'), hoursAgo(ended))
  await teller.choose(t('mode'), contactMode.label('home-visit', teller.language))
  await teller.fill(t('place'), '家中，小房间')
  await teller.choose(t('placeIsPrivate'), yes)
  await teller.choose(t('placeIsComfortable'), yes)
  await teller.fill(t('participants'), '李小龙，奶奶王桂英')
}

async function writeTheConversation(teller: Teller) {
  const t = teller.words(interviewWords)
  const yes = teller.words(uiWords)('yes')
  await teller.fill(t('reasonsForHelp'), '孩子两个月不上学，奶奶不知道怎么办。')
  await teller.fill(t('helpSeekingProcess'), '先找班主任，又托亲戚劝，都没有用，才打电话来。')
  await teller.fill(t('purpose'), '认识小龙，听他怎么看上学这件事。')
  await teller.fill(t('process'), '先聊他喜欢的自行车，再说学校。他说班里有人叫他外号。')
  await teller.fill(t('overallEvaluation'), '愿意说话；谈到学校时紧张。')
  await teller.fill(t('suggestions'), '下次在他修车的地方见面。')
  await teller.fill(t('expectations'), '小龙：不要逼我马上回去。奶奶：希望他能上学。')
  await teller.fill(t('unrealisticClarified'), '说明不能保证换班。')
  await teller.choose(t('jointEffortTold'), yes)
  await teller.choose(t('clientWishesRelationship'), yes)
}

async function writeWhatIsNext(teller: Teller) {
  const t = teller.words(interviewWords)
  for (const task of interviewTask.codes)
    await teller.choose(interviewTask.label(task, teller.language), t('done'))
  await teller.fill(t('preliminaryAgreement'), '每周见一次，先不谈返校的日期。')
  await teller.choose(t('nextStep'), nextStep.label('assessment', teller.language))
}

async function addToIt(teller: Teller) {
  const t = teller.words(addendaWords)
  await teller.press(t('add'))
  await teller.fill(t('text'), '奶奶补充：外号是从开学第二周开始的。', teller.dialog())
  await teller.fill(t('reason'), '当天晚上来电补充', teller.dialog())
  await teller.press(t('keep'), teller.dialog())
  await expect(teller.dialog()).toHaveCount(0)
  await expect(teller.page.getByText('外号是从开学第二周开始的')).toBeVisible()
}
