import { defineWords } from '#web/app/words.ts'

/** At which site a case is, and how it moves to another. */
export const siteWords = defineWords({
  'zh-CN': {
    title: '转到其他服务点',
    move: '转到其他服务点',
    to: '转到哪个服务点',
    wholeAgency: '全机构（不分服务点）',
    keeps: '流程、个案管理者、约定和记录都不变；转点之前签名的表格仍写原来的服务点。',
    reason: '转点的理由',
    reasonLead: '理由会保留在个案中，看得到本案的人都能读到。',
    cameFrom: '从 {site} 转来',
    movedBy: '{who} · {when}',
    save: '转过去',
    stop: '取消',
  },
  en: {
    title: 'Move to another site',
    move: 'Move to another site',
    to: 'Which site',
    wholeAgency: 'The agency as a whole',
    keeps:
      'Workflow, case manager, appointments and records stay as they are. Forms that were signed before still name the site of their day.',
    reason: 'Why it moves',
    reasonLead: 'It stays with the case; everybody who sees the case can read it.',
    cameFrom: 'Came from: {site}',
    movedBy: '{who} · {when}',
    save: 'Move',
    stop: 'Cancel',
  },
  ru: {
    title: 'Перевести в другое место',
    move: 'Перевести в другое место',
    to: 'В какое место обслуживания',
    wholeAgency: 'Вся организация',
    keeps:
      'Порядок работы, куратор, встречи и записи не меняются. В бланках, подписанных раньше, остаётся прежнее место.',
    reason: 'Почему переводится',
    reasonLead: 'Останется в случае; её прочтёт каждый, кто видит случай.',
    cameFrom: 'Прежнее место: {site}',
    movedBy: '{who} · {when}',
    save: 'Перевести',
    stop: 'Отмена',
  },
})
