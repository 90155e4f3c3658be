import type { Wording } from '#contract/language.ts'

/** Sentences for the refusals that belong to no one module. */
export const generalSentences = {
  'not-signed-in': {
    'zh-CN': '登录已结束，请重新登录。',
    en: 'You are no longer signed in. Please sign in again.',
    ru: 'Вход завершён. Пожалуйста, войдите снова.',
  },
  'wrong-password': {
    'zh-CN': '邮箱或密码不对，请再试一次。',
    en: 'The e-mail address and password do not match. Please try again.',
    ru: 'Почта и пароль не подходят друг к другу. Попробуйте ещё раз.',
  },
  'not-allowed': {
    'zh-CN': '这一步不在您的职责范围内。如有需要，请与督导者商量。',
    en: 'This is not yours to do in your present role. Your supervisor can help.',
    ru: 'Это не входит в ваши обязанности. Обратитесь к супервизору.',
  },
  'level-too-low': {
    'zh-CN': '这一步需要更高等级的社会工作者完成或会签。',
    en: 'This needs a social worker of a higher level, or their co-signature.',
    ru: 'Здесь нужен специалист более высокого уровня или его подпись.',
  },
  'own-work': {
    'zh-CN': '自己的工作须由另一位同事审核。',
    en: 'Your own work has to be approved by a colleague.',
    ru: 'Собственную работу должен утвердить коллега.',
  },
  'not-found': {
    'zh-CN': '没有找到。它可能已不存在，或您没有查看权限。',
    en: 'This was not found. It may be gone, or you may not have access to it.',
    ru: 'Не найдено. Возможно, этого больше нет или у вас нет доступа.',
  },
  'changed-meanwhile': {
    'zh-CN': '您编辑期间，另一位同事改动了这里。',
    en: 'A colleague changed this while you were writing.',
    ru: 'Пока вы писали, коллега внёс сюда изменения.',
  },
  'version-missing': {
    'zh-CN': '页面不是最新的。请刷新后再试，已填写的内容会保留。',
    en: 'This page is out of date. Reload it and try again; what you typed is kept.',
    ru: 'Страница устарела. Обновите её и повторите; введённый текст сохранится.',
  },
  'key-used-differently': {
    'zh-CN': '这次提交与先前的一次冲突。请刷新后再试。',
    en: 'This clashes with something sent before. Reload and try again.',
    ru: 'Это противоречит отправленному ранее. Обновите страницу и повторите.',
  },
  'already-there': {
    'zh-CN': '已经有一份了。',
    en: 'There is already one.',
    ru: 'Такая запись уже есть.',
  },
  'record-is-signed': {
    'zh-CN': '已签名的内容不能改动，可以补充说明。',
    en: 'What is signed does not change. You can add an addendum.',
    ru: 'Подписанное не меняется. Можно добавить дополнение.',
  },
  'case-is-archived': {
    'zh-CN': '个案已归档，只能查看。',
    en: 'This case is archived and can only be read.',
    ru: 'Случай передан в архив и доступен только для чтения.',
  },
  'case-is-closed': {
    'zh-CN': '个案已结案。如需继续服务，可以重新开案。',
    en: 'This case is closed. It can be reopened if it is needed again.',
    ru: 'Случай закрыт. При необходимости его можно возобновить.',
  },
  'wrong-stage': {
    'zh-CN': '个案目前的阶段还不能做这一步。',
    en: 'This does not belong to the stage the case is in now.',
    ru: 'На нынешнем этапе случая это сделать нельзя.',
  },
  'sheet-unfinished': {
    'zh-CN': '还有几处需要填写。',
    en: 'A few things are still missing.',
    ru: 'Осталось заполнить несколько полей.',
  },
  'invalid-input': {
    'zh-CN': '有的内容需要再看一下。',
    en: 'Something here needs another look.',
    ru: 'Некоторые поля нужно проверить.',
  },
  'invalid-json': {
    'zh-CN': '服务器没有读懂这次提交。请刷新后再试。',
    en: 'The server could not read what was sent. Reload and try again.',
    ru: 'Сервер не смог прочитать отправленное. Обновите страницу и повторите.',
  },
  'not-json': {
    'zh-CN': '服务器没有读懂这次提交。请刷新后再试。',
    en: 'The server could not read what was sent. Reload and try again.',
    ru: 'Сервер не смог прочитать отправленное. Обновите страницу и повторите.',
  },
  'cross-site': {
    'zh-CN': '出于安全考虑，这次提交没有被接受。请从本系统的页面操作。',
    en: 'For safety this was not accepted, because it did not come from this site’s own page.',
    ru: 'В целях безопасности запрос отклонён: он пришёл не со страницы системы.',
  },
  'too-large': {
    'zh-CN': '内容太多，一次放不下。请分开填写。',
    en: 'This is too much at once. Please divide it.',
    ru: 'Слишком большой объём за один раз. Разделите на части.',
  },
  'too-many-requests': {
    'zh-CN': '尝试次数过多，请稍等片刻再试。',
    en: 'Too many attempts. Please wait a moment and try again.',
    ru: 'Слишком много попыток. Подождите немного и повторите.',
  },
  'already-set-up': {
    'zh-CN': '本系统已完成设置，请直接登录。',
    en: 'This installation is already set up. Please sign in.',
    ru: 'Система уже настроена. Пожалуйста, войдите.',
  },
  'wrong-setup-token': {
    'zh-CN': '设置口令不对。它显示在启动服务器的窗口里。',
    en: 'The setup token is not right. It is shown where the server was started.',
    ru: 'Неверный код настройки. Он показан там, где запущен сервер.',
  },
  'database-away': {
    'zh-CN': '暂时连不上数据库。您填写的内容会保留在这台设备上。',
    en: 'The database cannot be reached just now. What you typed stays on this device.',
    ru: 'База данных сейчас недоступна. Введённый текст сохранён на этом устройстве.',
  },
  fault: {
    'zh-CN': '系统出了问题，不是您的操作有误。请稍后再试。',
    en: 'Something broke on our side; it was nothing you did. Please try again in a while.',
    ru: 'Произошёл сбой, вы ни в чём не ошиблись. Попробуйте чуть позже.',
  },
} as const satisfies Record<string, Wording>
