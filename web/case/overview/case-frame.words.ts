import { defineWords } from '#web/app/words.ts'

/** What stands around every page of a case. */
export const caseFrameWords = defineWords({
  'zh-CN': {
    back: '返回个案 {number}',
    path: '个案进程',
    emergency: '紧急情况',
    'high-risk': '高风险',
    restricted: '限制查阅',
    minor: '未成年人',
    'no-guardian': '尚未登记监护人',
    'assessment-not-confirmed': '评估未获服务对象确认',
  },
  en: {
    back: 'Back to case {number}',
    path: 'Path of the case',
    emergency: 'Emergency',
    'high-risk': 'High risk',
    restricted: 'Restricted',
    minor: 'Minor',
    'no-guardian': 'No guardian recorded',
    'assessment-not-confirmed': 'Assessment not confirmed by the client',
  },
  ru: {
    back: 'Назад к случаю {number}',
    path: 'Путь случая',
    emergency: 'Экстренная ситуация',
    'high-risk': 'Высокий риск',
    restricted: 'Ограниченный доступ',
    minor: 'Несовершеннолетний',
    'no-guardian': 'Законный представитель не указан',
    'assessment-not-confirmed': 'Клиент не подтвердил оценку',
  },
})
