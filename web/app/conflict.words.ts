import { defineWords } from './words.ts'

/** Choosing between two versions of the same sheet, and text put back after a break. */
export const conflictWords = defineWords({
  'zh-CN': {
    title: '同事也改动了这里',
    lead: '两份都在。请逐项选择保留哪一份；选好之前，什么都不会被覆盖。',
    mine: '我的',
    theirs: '同事的',
    keep: '按所选保留',
    restored: '已恢复您上次尚未保存的内容。',
    restoredOverNewer: '这里有人改动过：您改过的项保持您的写法，其余为新内容。保存前请核对。',
    beginAnew: '重新开始',
    notSaved: '没有保存：{what}',
    takeUp: '放回表单',
    takenUp: '已放回表单。',
    changedPlaces: '已放回表单；表单里刚才填写的内容放在上面，没有丢失。',
  },
  en: {
    title: 'A colleague changed this too',
    lead: 'Both versions are here. Choose for each field which one to keep; until then nothing is overwritten.',
    mine: 'Mine',
    theirs: 'My colleague’s',
    keep: 'Keep as chosen',
    restored: 'The text you had not saved last time is back.',
    restoredOverNewer:
      'Somebody else has changed this. What you changed is as you wrote it, the rest is new: look through it before you save.',
    beginAnew: 'Begin again',
    notSaved: 'Not saved: {what}.',
    takeUp: 'Put it back into the form',
    takenUp: 'It is back in the form.',
    changedPlaces: 'It is back in the form. The form was not empty: what stood there waits above.',
  },
  ru: {
    title: 'Коллега тоже внёс изменения',
    lead: 'Сохранены обе версии. Выберите для каждого поля, какую оставить; до этого ничего не будет перезаписано.',
    mine: 'Моя версия',
    theirs: 'Версия коллеги',
    keep: 'Сохранить выбранное',
    restored: 'Текст, который вы не успели сохранить в прошлый раз, восстановлен.',
    restoredOverNewer:
      'Здесь внёс изменения кто-то ещё. Ваши правки остались, остальное — новое: проверьте перед сохранением.',
    beginAnew: 'Начать заново',
    notSaved: 'Не сохранено: {what}.',
    takeUp: 'Вернуть в форму',
    takenUp: 'Возвращено в форму.',
    changedPlaces: 'Возвращено в форму. Она не была пустой: то, что в ней стояло, ждёт выше.',
  },
})
