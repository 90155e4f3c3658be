import type { InquirySheet } from '#contract/case/intake.ts'
import type { Language } from '#contract/language.ts'
import { takeInquiry } from '#server/case/intake/inquiry/inquiry.actions.ts'
import { writeLeaflet } from '#server/case/intake/reception/leaflets.actions.ts'
import { recordOutreach } from '#server/case/intake/reception/outreach.actions.ts'
import { receiveContact } from '#server/case/intake/reception/reception.actions.ts'
import { endCrisis } from '#server/case/intake/crisis/crisis.actions.ts'
import { changeForm } from '#server/case/intake/web-form/web-requests.actions.ts'
import { checkIn } from '#server/case/intake/waiting/waiting.actions.ts'
import { dayOf } from '#server/kernel/days.ts'
import type { DemoAgency } from './agencies.ts'
import { demoId } from './demo-id.ts'
import { workerIdOf } from './founding.ts'
import type { Act } from './scene.ts'

/** What is said at a desk of the demo, in its language. */
type Said = Readonly<{
  leaflet: readonly [title: string, words: string]
  asked: readonly string[]
  calm: string
  place: string
  purpose: string
  met: string
  danger: string
  ended: string
  changed: string
}>

const said: Readonly<Record<Language, Said>> = {
  'zh-CN': {
    leaflet: ['临时救助怎么申请', '带身份证和户口本到所在社区，说明情况，当天登记，一般十个工作日内答复。'],
    asked: ['父亲的高龄津贴在哪里办', '附近有没有儿童周末托管', '残疾证到期怎么换'],
    calm: '只是来了解情况，神态平静。',
    place: '黄河边公园',
    purpose: '看望露宿的人，送棉衣',
    met: '在公园长椅上过夜，没有证件，愿意喝热水聊天。',
    danger: '来电说已经把药倒在手里，同屋的人陪着。',
    ended: '120 已到，家属陪同去医院；明天上午回访。',
    changed: '没有变化，仍在等下一期小组。',
  },
  en: {
    leaflet: [
      'How to ask for emergency aid',
      'Bring an identity card to your community office. It is registered the same day.',
    ],
    asked: [
      'Where to renew a disability card',
      'Whether there is a weekend crèche',
      'Who helps with rent arrears',
    ],
    calm: 'Only asks for information, calm.',
    place: 'The station underpass',
    purpose: 'Meeting people who sleep rough',
    met: 'Sleeps in the underpass, lost her papers, glad of a hot drink.',
    danger: 'The caller holds pills in his hand; a friend is with him.',
    ended: 'The ambulance came, his sister went along; we ring tomorrow morning.',
    changed: 'Nothing changed; still waits for a place.',
  },
  ru: {
    leaflet: [
      'Как получить срочную помощь',
      'Возьмите паспорт и приходите в районную службу. Заявление примут в тот же день.',
    ],
    asked: [
      'Где продлить справку об инвалидности',
      'Есть ли группа выходного дня',
      'Кто поможет с долгом за жильё',
    ],
    calm: 'Только спрашивает, спокоен.',
    place: 'Переход у вокзала',
    purpose: 'Встреча с людьми, живущими на улице',
    met: 'Ночует в переходе, потерял документы, рад горячему чаю.',
    danger: 'Звонит и говорит, что держит таблетки в руке; рядом друг.',
    ended: 'Приехала скорая, сестра поехала с ним; завтра утром звоним.',
    changed: 'Без изменений, ждёт места.',
  },
}

/** Who sits at the desk, who leads, and whom one asks after who waits. */
const desks: Readonly<Record<string, Readonly<{ desk: string; lead: string; waits: string }>>> = {
  anning: { desk: 'ma.xiaoyan', lead: 'zhao.hongmei', waits: 'pan-jing' },
  ryadom: { desk: 'orlova', lead: 'sokolova', waits: '' },
  harbour: { desk: 'okafor', lead: 'reid', waits: '' },
}

const minute = 60_000
const day = 24 * 60 * minute

const empty: Omit<InquirySheet, 'trouble' | 'channel'> = {
  source: 'self',
  helpType: 'own-initiative',
  clientType: 'voluntary',
  involuntaryGround: null,
  resistance: '',
  callerId: null,
  clientId: null,
  callerRelation: null,
  referrerName: '',
  referrerReason: '',
  willingness: null,
  situation: '',
  toldItems: [],
  toldLanguage: null,
  noticeGround: null,
  emotionalSupport: '',
}

const calmly = (reason: string) => ({ emergency: false, reason, dangerKinds: [] })
const nothing = { leafletIds: [], entryIds: [], words: '' }

/** What the acts of one desk share: its words, its people, its ids, and how an act is placed before now. */
function deskOf({ key, language }: DemoAgency, now: Date) {
  const people = desks[key]
  return (
    people && {
      ...people,
      words: said[language],
      id: (...parts: readonly string[]) => demoId(key, 'reception', ...parts),
      act: (
        name: string,
        operation: Act['operation'],
        before: number,
        by: string,
        does: Act['does'],
      ): Act => ({ name: `reception: ${name}`, by, at: new Date(now.getTime() - before), operation, does }),
    }
  )
}
type Desk = NonNullable<ReturnType<typeof deskOf>>

/** A busy desk: leaflets, people who only ask, outreach, a crisis that ended well, and somebody who waits and is asked after. */
export function receptionActs(agency: DemoAgency, now: Date): readonly Act[] {
  const desk = deskOf(agency, now)
  return desk ? [...handedOut(desk), ...metOutside(desk), ...inDanger(desk), ...open(desk)] : []
}

function handedOut({ act, id, words, lead, desk }: Desk): Act[] {
  const [title, text] = words.leaflet
  const leaflet = {
    id: id('leaflet'),
    title: { 'zh-CN': title, en: title, ru: title },
    words: { 'zh-CN': text, en: text, ru: text },
    active: true,
  }
  return [
    act('leaflet written', 'leaflet.write', 20 * day, lead, async (tx) => writeLeaflet(tx, leaflet)),
    ...words.asked.map((trouble, at) =>
      act(`asked ${at}`, 'inquiry.open', (at + 1) * day + 40 * minute, desk, (tx) =>
        receiveContact(tx, {
          id: id('asked', String(at)),
          outcome: 'information',
          sheet: { ...empty, channel: at === 0 ? 'on-site' : 'phone', trouble },
          emergency: calmly(words.calm),
          outreachId: null,
          given: { ...nothing, leafletIds: [leaflet.id] },
        }),
      ),
    ),
  ]
}

function metOutside({ act, id, words, desk }: Desk): Act[] {
  return [
    act('outreach recorded', 'outreach.record', 5 * day, desk, (tx) =>
      recordOutreach(tx, {
        id: id('outreach'),
        heldOn: dayOf(new Date(tx.now.getTime() - day)),
        place: words.place,
        purpose: words.purpose,
        workerIds: [workerIdOf({ key: desk })],
        peopleMet: 9,
        note: '',
      }),
    ),
    act('met outside', 'inquiry.open', 5 * day - 20 * minute, desk, (tx) =>
      receiveContact(tx, {
        id: id('met'),
        outcome: 'draft',
        sheet: { ...empty, channel: 'outreach', source: 'outreach', trouble: words.met },
        emergency: calmly(words.calm),
        outreachId: id('outreach'),
        given: nothing,
      }),
    ),
    act('put back', 'inquiry.take', 4 * day, desk, (tx) =>
      takeInquiry(tx, id('met'), { takes: false, from: null }),
    ),
  ]
}

function inDanger({ act, id, words, desk }: Desk): Act[] {
  const emergency = { emergency: true, reason: words.danger, dangerKinds: ['self-harm' as const] }
  return [
    act('in danger', 'inquiry.open', 3 * day, desk, (tx) =>
      receiveContact(tx, {
        id: id('danger'),
        outcome: 'draft',
        sheet: { ...empty, channel: 'phone', trouble: words.danger },
        emergency,
        outreachId: null,
        given: nothing,
      }),
    ),
    act('out of danger', 'crisis.write', 3 * day - 90 * minute, desk, (tx) =>
      endCrisis(tx, id('danger'), { outcome: words.ended }),
    ),
  ]
}

function open({ act, id, words, desk, lead, waits }: Desk): Act[] {
  const form = { open: true, emergencyNumbers: '110 · 120', leaveTo: 'https://www.wikipedia.org/' }
  // A supervisor leads the third one; its administrator opens the form.
  const opener = lead === 'reid' ? 'clarke' : lead
  const opened = act('form opened', 'web-form.change', 19 * day, opener, (tx) => changeForm(tx, form))
  if (waits === '') return [opened]
  const checked = act('asked after', 'inquiry.decide', 2 * day, desk, (tx) =>
    checkIn(tx, demoId(waits, 'inquiry'), {
      id: id('check-in'),
      whatChanged: words.changed,
      stillWishes: true,
      priority: 'low',
      nextOn: dayOf(new Date(tx.now.getTime() + 12 * day)),
    }),
  )
  return [opened, checked]
}
