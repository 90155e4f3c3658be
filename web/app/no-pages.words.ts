import { defineWords } from './words.ts'

/** What is said where a page cannot be shown. */
export const noPageWords = defineWords({
  'zh-CN': {
    notFound: '没有找到这个页面',
    notFoundLead: '它可能已不存在，或您没有查看权限。',
    noPermission: '您没有查看权限',
    fault: '系统出了问题',
    faultLead: '不是您的操作有误。您填写的内容已保留。',
    unreachable: '暂时连不上服务器',
    unreachableLead: '请检查网络。您填写的内容保留在这台设备上。',
    retry: '再试一次',
    toToday: '回到今日工作',
  },
  en: {
    notFound: 'This page was not found',
    notFoundLead: 'It may be gone, or you may not have access to it.',
    noPermission: 'You do not have access to this',
    fault: 'Something broke on our side',
    faultLead: 'It was nothing you did. What you typed is kept.',
    unreachable: 'The server cannot be reached',
    unreachableLead: 'Please check the connection. What you typed stays on this device.',
    retry: 'Try again',
    toToday: 'Back to Today',
  },
  ru: {
    notFound: 'Страница не найдена',
    notFoundLead: 'Возможно, её больше нет или у вас нет доступа.',
    noPermission: 'У вас нет доступа',
    fault: 'Произошёл сбой',
    faultLead: 'Вы ни в чём не ошиблись. Введённый текст сохранён.',
    unreachable: 'Сервер недоступен',
    unreachableLead: 'Проверьте соединение. Введённый текст остаётся на этом устройстве.',
    retry: 'Попробовать снова',
    toToday: 'Вернуться к делам на сегодня',
  },
})
