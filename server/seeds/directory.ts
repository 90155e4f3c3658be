import { emptyEntry, type EntrySheet } from '#contract/directory.ts'
import { addEntry } from '#server/directory/index.ts'
import type { DemoAgency } from './agencies.ts'
import { demoId } from './demo-id.ts'
import type { Act } from './scene.ts'

/** What the demo knows of a service; what is not said is empty. `monthsAgo` is when somebody last found it to be so. */
type Known = Partial<EntrySheet> & Pick<EntrySheet, 'name' | 'organizationName'> & { monthsAgo: number }

const anning = { code: '620105', name: '安宁区' }
const lanzhou = { code: '620100', name: '兰州市' }

const knownHere: Readonly<Record<string, readonly Known[]>> = {
  anning: [
    {
      name: '家暴受害者临时庇护',
      organizationName: '兰州市救助管理站',
      description: '为遭受家庭暴力的妇女儿童提供最长 30 天的临时住所、食物和陪同就医。',
      needs: ['housing', 'violence'],
      districts: [lanzhou],
      languages: ['zh'],
      cost: 'free',
      howToApply: '由社工或民警电话联系，随时接收；请带上身份证件（没有也可以先入住）。',
      hours: '全天 24 小时',
      phone: '0931-555 0110',
      monthsAgo: 2,
    },
    {
      name: '儿童心理咨询门诊',
      organizationName: '安宁区妇幼保健院',
      description: '6–18 岁儿童青少年的情绪、行为和入学适应问题；可出具评估意见。',
      needs: ['mental-health', 'children'],
      districts: [anning],
      minimumAge: 6,
      maximumAge: 18,
      languages: ['zh'],
      cost: 'partly',
      fees: '首次评估免费；之后每次 40 元，低保家庭全免。',
      howToApply: '电话预约，须有监护人陪同。',
      hours: '周一至周五 9:00–17:00',
      phone: '0931-555 0126',
      address: '安宁区示例路 12 号 2 楼',
      monthsAgo: 15,
    },
    {
      name: '社区老年人日间照料',
      organizationName: '安宁西路街道养老服务中心',
      description: '白天照料、助餐、康复训练和认知症友好活动。',
      needs: ['older-people', 'food-and-goods'],
      districts: [anning],
      minimumAge: 60,
      languages: ['zh'],
      cost: 'partly',
      fees: '午餐 8 元；照料每天 20 元，特困老人免费。',
      phone: '0931-555 0143',
      hours: '周一至周六 8:00–18:00',
      monthsAgo: 5,
    },
    {
      name: '法律援助咨询',
      organizationName: '安宁区法律援助中心',
      description: '婚姻家庭、抚养、劳动报酬和人身安全保护令的咨询与代理申请。',
      needs: ['legal', 'violence'],
      districts: [anning],
      languages: ['zh'],
      cost: 'free',
      eligibility: '经济困难证明；家暴、未成年人案件不审查经济状况。',
      phone: '12348',
      monthsAgo: 1,
    },
  ],
  ryadom: [
    {
      name: 'Ночлежка на Берёзовой',
      organizationName: 'Фонд «Тёплый дом»',
      description: 'Место на ночь, ужин, душ и стирка; помощь с восстановлением документов.',
      needs: ['housing', 'papers'],
      districts: [{ code: '620102', name: 'Район Чэнгуань' }],
      minimumAge: 18,
      languages: ['ru', 'zh'],
      cost: 'free',
      howToApply: 'Приходите к 19:00; направление не нужно.',
      hours: 'Ежедневно с 19:00 до 9:00',
      phone: '+86 931 555 0171',
      monthsAgo: 3,
    },
    {
      name: 'Бесплатная юридическая консультация',
      organizationName: 'Центр правовой помощи',
      description: 'Вид на жительство, алименты, трудовые споры.',
      needs: ['legal', 'papers'],
      districts: [{ code: '620100', name: 'Ланьчжоу' }],
      languages: ['ru', 'zh', 'en'],
      cost: 'free',
      phone: '+86 931 555 0188',
      monthsAgo: 16,
    },
    {
      name: 'Группа для родителей подростков',
      organizationName: 'Психологическая служба «Мост»',
      description: 'Двенадцать встреч по вечерам, ведут два психолога.',
      needs: ['family', 'mental-health'],
      districts: [{ code: '620102', name: 'Район Чэнгуань' }],
      languages: ['ru'],
      cost: 'paid',
      fees: '30 юаней за встречу.',
      monthsAgo: 4,
    },
  ],
  harbour: [
    {
      name: 'Emergency housing desk',
      organizationName: 'Lanzhou Shelter Network',
      description: 'One call finds a free bed tonight for a family, a woman alone or a young person.',
      needs: ['housing', 'violence'],
      districts: [{ code: '620100', name: 'Lanzhou' }],
      languages: ['en', 'zh'],
      cost: 'free',
      howToApply: 'Call; a worker calls back within an hour.',
      hours: 'Day and night',
      phone: '0931-555 0195',
      monthsAgo: 1,
    },
    {
      name: 'Recovery group on Tuesdays',
      organizationName: 'Anning Recovery Centre',
      description: 'A group of peers with a nurse, for people who want to stop drinking or using.',
      needs: ['addiction', 'health'],
      districts: [{ code: '620105', name: 'Anning' }],
      minimumAge: 18,
      languages: ['en'],
      cost: 'free',
      hours: 'Tuesdays 18:30–20:00',
      phone: '0931-555 0162',
      monthsAgo: 14,
    },
    {
      name: 'Back-to-work course',
      organizationName: 'Anning Skills College',
      description: 'Six weeks: computer skills, a first CV, and visits to three employers.',
      needs: ['work'],
      districts: [{ code: '620105', name: 'Anning' }],
      minimumAge: 16,
      maximumAge: 60,
      languages: ['en', 'zh'],
      cost: 'partly',
      fees: 'Free with a jobseeker card; otherwise 200 yuan.',
      monthsAgo: 6,
    },
  ],
}

const monthMilliseconds = 30.5 * 24 * 60 * 60 * 1000

/** A worker of each agency writes down the services that it refers to; one of them long ago, so that it asks to be confirmed. */
export function directoryActs({ key, workers }: DemoAgency, now: Date): Act[] {
  const by = workers.findLast(({ role }) => role === 'worker')?.key
  if (by === undefined) return []
  return (knownHere[key] ?? []).map(({ monthsAgo, ...sheet }) => ({
    name: `directory ${sheet.name}`,
    by,
    at: new Date(now.getTime() - monthsAgo * monthMilliseconds),
    operation: 'directory.add',
    does: (tx) =>
      addEntry(tx, { ...emptyEntry, ...sheet, id: demoId('directory entry', `${key} ${sheet.name}`) }),
  }))
}
