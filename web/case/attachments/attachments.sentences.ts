import type { Wording } from '#contract/language.ts'

/** What we tell people when a file is not taken; `app/sentences.ts` does not compile while one is missing. */
export const attachmentsSentences = {
  'attachments/too-large': {
    'zh-CN': '这个文件超过了 {megabytes} MB。请缩小或拆分后再添加。',
    en: 'This file is larger than {megabytes} MB. Make it smaller, or split it.',
    ru: 'Файл больше {megabytes} МБ. Уменьшите его или разделите на части.',
  },
  'attachments/empty': {
    'zh-CN': '这个文件是空的。',
    en: 'This file is empty.',
    ru: 'Этот файл пуст.',
  },
  'attachments/kind-not-accepted': {
    'zh-CN':
      '不接收这种文件。可以添加 PDF、JPEG、PNG、WebP、文本、Word、Excel、OpenDocument、MP3 和 M4A；苹果手机的 HEIC 照片请先存为 JPEG。',
    en: 'This kind of file is not accepted. Add PDF, JPEG, PNG, WebP, text, Word, Excel, OpenDocument, MP3 or M4A; save a HEIC photograph as JPEG first.',
    ru: 'Файлы этого вида не принимаются. Подходят PDF, JPEG, PNG, WebP, текст, Word, Excel, OpenDocument, MP3 и M4A; снимок HEIC сначала сохраните как JPEG.',
  },
  'attachments/not-what-its-name-says': {
    'zh-CN': '文件名以 .{ending} 结尾，内容却是另一种文件（.{kind}）。请核对是否选对了文件，或更正文件名。',
    en: 'The name ends in .{ending}, but the content is of another kind (.{kind}). Check that it is the right file, or mend its name.',
    ru: 'Имя оканчивается на .{ending}, а содержимое другого вида (.{kind}). Проверьте, тот ли это файл, или исправьте имя.',
  },
  'attachments/name-not-allowed': {
    'zh-CN': '文件名含有斜杠或会改变文字方向的隐藏字符，容易误导人。请改名后再添加。',
    en: 'The file name holds slashes or hidden signs that turn the direction of writing, which can mislead. Rename the file and add it again.',
    ru: 'В имени файла есть косая черта или скрытые знаки, меняющие направление письма: они вводят в заблуждение. Переименуйте файл и добавьте снова.',
  },
  'attachments/archive-too-large': {
    'zh-CN': '这个文件解压后大得异常，不予接收。',
    en: 'Unpacked, this file is unreasonably large, so it is not accepted.',
    ru: 'В распакованном виде файл несоразмерно велик, поэтому он не принимается.',
  },
  'attachments/archive-unsafe': {
    'zh-CN': '这个文件已损坏、加了密码，或嵌有其他文件和程序。请另存为 PDF 后再添加。',
    en: 'This file is damaged, locked with a password, or holds other files or programs. Save it as PDF and add that.',
    ru: 'Файл повреждён, защищён паролем либо содержит другие файлы или программы. Сохраните его как PDF и добавьте снова.',
  },
  'attachments/holds-macros': {
    'zh-CN': '这个文件含有宏，不予接收。请存为不带宏的文件或 PDF。',
    en: 'This file holds macros, so it is not accepted. Save it without them, or as PDF.',
    ru: 'Файл содержит макросы и поэтому не принимается. Сохраните его без них или как PDF.',
  },
  'attachments/image-broken': {
    'zh-CN': '这张图片已损坏或不完整。',
    en: 'This picture is damaged or not whole.',
    ru: 'Изображение повреждено или неполно.',
  },
  'attachments/image-too-large': {
    'zh-CN': '这张图片的像素过多，打开时会占满内存。请缩小后再添加。',
    en: 'This picture has too many pixels and would fill the memory of whoever opens it. Make it smaller.',
    ru: 'В изображении слишком много точек: при открытии оно займёт всю память. Уменьшите его.',
  },
  'attachments/text-unreadable': {
    'zh-CN': '这个文本文件不是 UTF-8 编码。请另存为 UTF-8 后再添加。',
    en: 'This text is not written in UTF-8. Save it as UTF-8 and add it again.',
    ru: 'Текст записан не в кодировке UTF-8. Сохраните его в UTF-8 и добавьте снова.',
  },
  'attachments/day-used-up': {
    'zh-CN': '您在 24 小时内添加的文件已达 {megabytes} MB 的上限。请明天继续。',
    en: 'You have added as much as one may in a day ({megabytes} MB). Go on tomorrow.',
    ru: 'За сутки вы добавили предельный объём ({megabytes} МБ). Продолжите завтра.',
  },
  'attachments/agency-full': {
    'zh-CN': '机构的附件空间（{megabytes} MB）已满。请联系系统管理人员扩大空间。',
    en: 'The room for attachments of your agency ({megabytes} MB) is full. Whoever runs Alongside can make it larger.',
    ru: 'Место для вложений организации ({megabytes} МБ) исчерпано. Его может увеличить тот, кто обслуживает Alongside.',
  },
  'attachments/taken-away': {
    'zh-CN': '这个附件已被撤下。',
    en: 'This attachment was taken away.',
    ru: 'Это вложение изъято.',
  },
  'attachments/content-lost': {
    'zh-CN': '找不到这个附件的内容，或内容已损坏。请通知系统管理人员，可从备份中恢复。',
    en: 'The content of this attachment is missing or damaged. Tell whoever runs Alongside: it can be brought from a backup.',
    ru: 'Содержимое вложения отсутствует или повреждено. Сообщите тому, кто обслуживает Alongside: его можно вернуть из резервной копии.',
  },
  'export/too-many-rows': {
    'zh-CN': '超过 {most} 行，一个文件放不下。请先缩小范围。',
    en: 'There are more than {most} rows, too many for one file. Choose fewer first.',
    ru: 'Строк больше {most}: для одного файла это слишком много. Сначала сузьте выбор.',
  },
} as const satisfies Record<string, Wording>
