import type { Wording } from '#contract/language.ts'

/** What a copy says beside the forms in it. */
export const copyWords = {
  title: { 'zh-CN': '本人档案副本', en: 'Copy of one’s own file', ru: 'Копия собственного дела' },
  standard: {
    'zh-CN': '依据《个人信息保护法》第四十五条，应本人或监护人申请提供',
    en: 'Given at the request of the person or their guardian (Personal Information Protection Law, art. 45)',
    ru: 'Выдана по запросу самого человека или его представителя (Закон КНР о защите персональной информации, ст. 45)',
  },
  agency: { 'zh-CN': '机构', en: 'Agency', ru: 'Организация' },
  caseNumber: { 'zh-CN': '个案编号', en: 'Case number', ru: 'Номер случая' },
  client: { 'zh-CN': '服务对象姓名', en: 'Client', ru: 'Клиент (ФИО)' },
  asker: { 'zh-CN': '申请人', en: 'Asked for by', ru: 'Кто запросил' },
  askedOn: { 'zh-CN': '申请日期', en: 'Asked for on', ru: 'Дата запроса' },
  madeOn: { 'zh-CN': '制作日期', en: 'Made on', ru: 'Дата изготовления' },
  about: { 'zh-CN': '关于这份副本', en: 'About this copy', ru: 'Об этой копии' },
  contents: { 'zh-CN': '内容', en: 'What it holds', ru: 'Содержание' },
  form: { 'zh-CN': '表单', en: 'Form', ru: 'Бланк' },
  part: { 'zh-CN': '部分', en: 'Part', ru: 'Часть' },
  leftOut: { 'zh-CN': '未包含的内容', en: 'What is left out', ru: 'Что не вошло' },
  why: { 'zh-CN': '原因', en: 'Why', ru: 'Почему' },
  singly: {
    'zh-CN': '其中的个别记录',
    en: 'Single records in it',
    ru: 'Отдельные записи в этой части',
  },
  protection: {
    'zh-CN': '保护他人的权利和安全',
    en: 'To protect the rights and the safety of people',
    ru: 'Для защиты прав и безопасности людей',
  },
  law: { 'zh-CN': '法律规定不得提供', en: 'A law forbids it', ru: 'Запрещено законом' },
  nothingLeftOut: { 'zh-CN': '没有', en: 'Nothing', ru: 'Ничего' },
  never: { 'zh-CN': '副本一律不含', en: 'No copy ever holds', ru: 'Ни одна копия не содержит' },
  neverWhat: {
    'zh-CN': '举报人的身份，以及需要保密的安全住址。无论是否存在，一律如此。',
    en: 'Who reported something, and safe addresses. This is so whether there are any or not.',
    ru: 'Сведений о том, кто сообщил, и безопасных адресов. Так бывает всегда, есть они или нет.',
  },
  rights: { 'zh-CN': '您的权利', en: 'Your rights', ru: 'Ваши права' },
  rightsWhat: {
    'zh-CN':
      '您可以要求解释其中的内容，要求更正或补充不正确、不完整的信息。对未包含的内容有不同意见，可以向机构负责人提出，也可以依法投诉。',
    en: 'You may ask us to explain what stands here, and to correct or complete what is wrong or missing. If you do not agree that something was left out, tell the head of the agency, or complain as the law provides.',
    ru: 'Вы можете попросить объяснить написанное, исправить неверное и дополнить неполное. Если вы не согласны с тем, что что-то не вошло, обратитесь к руководителю организации или подайте жалобу в установленном законом порядке.',
  },
  note: {
    'zh-CN': '本人档案副本，仅供申请人使用。',
    en: 'Copy of one’s own file, for whoever asked for it.',
    ru: 'Копия собственного дела, для того, кто её запросил.',
  },
  page: {
    'zh-CN': '第 {page} 页，共 {pages} 页',
    en: 'Page {page} of {pages}',
    ru: 'Стр. {page} из {pages}',
  },
  made: { 'zh-CN': '制作日期：{day}', en: 'Made {day}', ru: 'Изготовлено {day}' },
  version: {
    'zh-CN': '{form}（第 {n} 版，共 {all} 版）',
    en: '{form} (version {n} of {all})',
    ru: '{form} (версия {n} из {all})',
  },
  attached: { 'zh-CN': '附件清单', en: 'List of attachments', ru: 'Список вложений' },
  attachedLead: {
    'zh-CN': '以下文件原样随副本一并交付；摘要用于核对。',
    en: 'These files go along with this copy as they are; the fingerprint tells that they are the same.',
    ru: 'Эти файлы прилагаются к копии как есть; по контрольной сумме видно, что они те же.',
  },
  attachedTitle: { 'zh-CN': '说明', en: 'What it is', ru: 'Что это' },
  attachedFile: { 'zh-CN': '文件名', en: 'File', ru: 'Файл' },
  attachedOn: { 'zh-CN': '添加日期', en: 'Added on', ru: 'Добавлен' },
  attachedHash: {
    'zh-CN': '摘要（SHA-256 开头）',
    en: 'Fingerprint (SHA-256, beginning)',
    ru: 'Начало SHA-256',
  },
  sectionOf: { 'zh-CN': '{form}：{section}', en: '{form}: {section}', ru: '{form}: {section}' },
} as const satisfies Record<string, Wording>
