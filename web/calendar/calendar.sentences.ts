import type { Wording } from '#contract/language.ts'

/** What we tell people when the calendar says no, also beside its fields. */
export const calendarSentences = {
  'appointments/room-taken': {
    'zh-CN': '这个房间在 {from}–{until} 已有别的约定。请换一个房间或时间。',
    en: 'This room is taken from {from} to {until}. Choose another room or another time.',
    ru: 'Эта комната занята с {from} до {until}. Выберите другую комнату или время.',
  },
  'appointments/worker-taken': {
    'zh-CN': '{name} 在 {from}–{until} 已有别的约定。',
    en: 'At that time somebody is busy already: {name} {from}–{until}.',
    ru: 'В это время уже занято: {name} {from}–{until}.',
  },
  'appointments/no-such-room': {
    'zh-CN': '那一天没有这个房间。',
    en: 'There is no such room on that day.',
    ru: 'В этот день такой комнаты нет.',
  },
  'appointments/worker-sees-no-case': {
    'zh-CN': '参加的同事须能看到这个个案。请先把他加入个案团队。',
    en: 'Whoever takes part must see the case. Add them to its team first.',
    ru: 'Участник должен иметь доступ к случаю. Сначала включите его в команду.',
  },
  'appointments/cancelled-already': {
    'zh-CN': '这次约定已经取消了。',
    en: 'This appointment is cancelled already.',
    ru: 'Эта встреча уже отменена.',
  },
  'appointments/no-checklist': {
    'zh-CN': '只有评估的约定才有这份清单。',
    en: 'Only an assessment has this checklist.',
    ru: 'Этот список есть только у встреч для оценки.',
  },
  'appointments/range-too-long': {
    'zh-CN': '一次最多看六个星期的日程。',
    en: 'A calendar shows at most six weeks at once.',
    ru: 'Календарь показывает не больше шести недель сразу.',
  },
  'appointments/too-long': {
    'zh-CN': '一次约定不超过十二小时。',
    en: 'An appointment lasts at most twelve hours.',
    ru: 'Встреча длится не больше двенадцати часов.',
  },
  'appointments/over-already': {
    'zh-CN': '这个时间已经过去了。',
    en: 'This time is over already.',
    ru: 'Это время уже прошло.',
  },
  'appointments/room-less-private': {
    'zh-CN': '这个房间不够私密。写明为什么也可以。',
    en: 'This room is less private than needed. Say why it will do.',
    ru: 'Комната менее закрытая, чем нужно. Напишите, почему она подойдёт.',
  },
} as const satisfies Record<string, Wording>
