import type { Wording } from '#contract/language.ts'

/** What we tell people when merging says no. */
export const mergingSentences = {
  'people/merge-with-self': {
    'zh-CN': '请选择另一份记录：不能与自身合并。',
    en: 'Please choose another record: one cannot be merged with itself.',
    ru: 'Выберите другую запись: запись нельзя объединить с самой собой.',
  },
  'people/merge-choice': {
    'zh-CN': '这一项只能保留一个值。',
    en: 'Only one value can stay here.',
    ru: 'Здесь может остаться только одно значение.',
  },
  'people/merge-under-way': {
    'zh-CN': '其中一人已有待审的合并，请先处理那一项。',
    en: 'A merge of one of the two waits for a decision already. Please see to that one first.',
    ru: 'Для одной из записей объединение уже ждёт решения. Сначала завершите его.',
  },
  'people/merge-would-show': {
    'zh-CN':
      '能看到这两份记录的同事不同，合并会让有的人看到更多，因此不能合并。请先处理完正在接洽的求助，或交接个案。',
    en: 'Not the same colleagues see these two records, and a merge would show somebody more. First conclude the contact that is under way, or hand the case over.',
    ru: 'Эти записи видят разные сотрудники, и объединение показало бы кому-то больше. Сначала завершите обращение или передайте случай.',
  },
  'people/merge-two-safe-addresses': {
    'zh-CN': '两份记录都有安全住址。请知情的同事先清空其中一个。',
    en: 'Both records have a safe address. Somebody who may see them has to clear one first.',
    ru: 'У обеих записей есть безопасный адрес. Кто вправе их видеть, должен сначала убрать один.',
  },
  'people/merge-outdated': {
    'zh-CN': '提出合并之后，记录有了改动。请重新核对并再次提出。',
    en: 'One of the records has changed since. Please compare them again and propose anew.',
    ru: 'Одна из записей с тех пор изменилась. Сравните их ещё раз и предложите заново.',
  },
  'people/standing-is-so-already': {
    'zh-CN': '已经是这样记录的。',
    en: 'That is what is recorded already.',
    ru: 'Так уже записано.',
  },
  'people/not-a-client-here': {
    'zh-CN': '此人不是这里的服务对象。',
    en: 'This person is not the client here.',
    ru: 'Этот человек здесь не клиент.',
  },
  'families/twice-a-member': {
    'zh-CN': '同一个人现在只能登记一次。',
    en: 'One person is a member once at a time.',
    ru: 'Человек может быть записан членом семьи только один раз одновременно.',
  },
  'people/merge-decided': {
    'zh-CN': '这项合并已经处理过了。',
    en: 'This merge has been dealt with already.',
    ru: 'По этому объединению решение уже принято.',
  },
} as const satisfies Record<string, Wording>
