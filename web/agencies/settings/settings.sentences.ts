import type { Wording } from '#contract/language.ts'

/** What we tell people when a setting of the agency cannot be kept so. */
export const settingSentences = {
  'settings/written-meanwhile': {
    'zh-CN': '有人刚刚改过这项设置。请先看最新的版本。',
    en: 'Somebody has just changed this setting. Look at the newest version first.',
    ru: 'Эту настройку только что изменили. Сначала посмотрите новую версию.',
  },
  'settings/not-backwards': {
    'zh-CN': '生效日期不能早于今天：已经生效的内容不再改变。',
    en: 'This cannot begin before today: what has counted does not change.',
    ru: 'Нельзя начать раньше сегодняшнего дня: то, что уже действовало, не меняется.',
  },
  'settings/no-such-subject': {
    'zh-CN': '找不到这项设置的对象。',
    en: 'What this setting is about is not there.',
    ru: 'Нет того, к чему относится эта настройка.',
  },
  'settings/no-such-site': {
    'zh-CN': '请选择本机构的一个服务点。',
    en: 'Choose a site of this agency.',
    ru: 'Выберите место обслуживания этой организации.',
  },
  'settings/hours-overlap': {
    'zh-CN': '这段时间与另一段重叠，或结束早于开始。',
    en: 'These hours overlap others, or end before they begin.',
    ru: 'Эти часы пересекаются с другими или заканчиваются раньше начала.',
  },
  'settings/ages-turned-round': {
    'zh-CN': '最大年龄小于最小年龄。',
    en: 'The highest age is below the lowest.',
    ru: 'Наибольший возраст меньше наименьшего.',
  },
  'settings/nothing-to-choose': {
    'zh-CN': '请至少写出两个可选项。',
    en: 'Give at least two things to choose from.',
    ru: 'Укажите хотя бы два варианта.',
  },
  'settings/field-keeps-its-place': {
    'zh-CN': '字段的类型和所属记录不能改。请停用它，再新增一个。',
    en: 'A field keeps its type and its record. Retire it and add another.',
    ru: 'Тип поля и запись, в которой оно стоит, не меняются. Отключите его и добавьте новое.',
  },
  'settings/no-such-field': {
    'zh-CN': '请选择本机构的一个字段。',
    en: 'Choose a field of this agency.',
    ru: 'Выберите поле этой организации.',
  },
  'settings/limits-turned-round': {
    'zh-CN': '后一个期限应比前一个长。',
    en: 'The later limit has to be longer than the earlier one.',
    ru: 'Следующий срок должен быть длиннее предыдущего.',
  },
  'settings/no-such-code': {
    'zh-CN': '本机构的这个代码表里没有这一项。',
    en: 'This agency’s list has no such code.',
    ru: 'В этом списке организации нет такого пункта.',
  },
  'settings/code-stays-offered': {
    'zh-CN': '规则要用到这一项，不能隐藏。',
    en: 'Rules rest on this code: it stays offered.',
    ru: 'На этом пункте держатся правила: скрыть его нельзя.',
  },
  'settings/own-code-stays': {
    'zh-CN': '自加的项目不能删除，记录里可能已经用了它。请改为不再提供。',
    en: 'A code of your own stays, because records may hold it. Offer it no more instead.',
    ru: 'Свой пункт остаётся: он может стоять в записях. Просто больше не предлагайте его.',
  },
  'settings/same-word-twice': {
    'zh-CN': '另一项已经用了这个名称。',
    en: 'Another code of this list already has this word.',
    ru: 'Так уже называется другой пункт этого списка.',
  },
} as const satisfies Record<string, Wording>
