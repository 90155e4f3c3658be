import type { Level } from '#contract/access.ts'
import type { Role } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'

/** A worker of the demo. `key` is what stories call them; the e-mail address is made from it. */
export type DemoWorker = Readonly<{
  key: string
  name: string
  role: Role
  level: Level
  language: Language
  supervisor?: string
}>

/** An agency of the demo: its profile and its staff, the administrator first. */
export type DemoAgency = Readonly<{
  key: string
  name: string
  language: Language
  prefix: string
  serviceScope: string
  serviceArea: string
  clientRequirements: string
  workers: readonly DemoWorker[]
}>

/** Three agencies in two districts; the first two share a district, so that one can refer to the other. */
export const demoAgencies: readonly DemoAgency[] = [
  {
    key: 'anning',
    name: '安宁社会工作服务站',
    language: 'zh-CN',
    prefix: 'AN',
    serviceScope: '儿童与家庭、困境老人、戒毒康复人员的个案管理与社区支持；不提供住院治疗和法律诉讼代理。',
    serviceArea: '安宁区全部街道（620105）',
    clientRequirements: '如实告知情况，按约定时间见面；需要改期时提前一天说明。',
    workers: [
      { key: 'gao.min', name: '高敏', role: 'agency-administrator', level: 2, language: 'zh-CN' },
      { key: 'zhao.hongmei', name: '赵红梅', role: 'agency-head', level: 1, language: 'zh-CN' },
      { key: 'sun.lan', name: '孙岚', role: 'supervisor', level: 2, language: 'zh-CN' },
      {
        key: 'chen.siyuan',
        name: '陈思远',
        role: 'worker',
        level: 3,
        language: 'zh-CN',
        supervisor: 'sun.lan',
      },
      {
        key: 'ma.xiaoyan',
        name: '马晓燕',
        role: 'worker',
        level: 4,
        language: 'zh-CN',
        supervisor: 'sun.lan',
      },
      { key: 'he.jun', name: '何军', role: 'inspector', level: 2, language: 'zh-CN' },
    ],
  },
  {
    key: 'ryadom',
    name: 'Центр социальной помощи «Рядом»',
    language: 'ru',
    prefix: 'RD',
    serviceScope:
      'Сопровождение семей с детьми, людей в кризисе, людей без жилья; медицинскую помощь центр не оказывает.',
    serviceArea: 'Район Чэнгуань (620102)',
    clientRequirements: 'Приходить в назначенное время и предупреждать об изменениях за день.',
    workers: [
      {
        key: 'belov',
        name: 'Белов Андрей Николаевич',
        role: 'agency-administrator',
        level: 2,
        language: 'ru',
      },
      { key: 'sokolova', name: 'Соколова Ирина Павловна', role: 'agency-head', level: 1, language: 'ru' },
      { key: 'orlova', name: 'Орлова Мария Сергеевна', role: 'worker', level: 3, language: 'ru' },
    ],
  },
  {
    key: 'harbour',
    name: 'Harbour Family Services',
    language: 'en',
    prefix: 'HB',
    serviceScope:
      'Case management for families, people leaving violence, and people waiting for housing. No residential care.',
    serviceArea: 'Anning district (620105)',
    clientRequirements:
      'Keep appointments or let us know the day before; take part in the steps we agree on.',
    workers: [
      { key: 'clarke', name: 'Naomi Clarke', role: 'agency-administrator', level: 2, language: 'en' },
      { key: 'reid', name: 'Thomas Reid', role: 'supervisor', level: 2, language: 'en' },
      { key: 'okafor', name: 'Grace Okafor', role: 'worker', level: 3, language: 'en', supervisor: 'reid' },
      { key: 'whitfield', name: 'Eleanor Whitfield', role: 'inspector', level: 2, language: 'en' },
    ],
  },
]

/** Where a demo worker signs in. The domain is one that can never belong to anybody. */
export const emailOf = ({ key }: Pick<DemoWorker, 'key'>) => `${key}@alongside.example`
