import type { Wording } from '#contract/language.ts'

/** What we tell people when pictures say no. */
export const drawingSentences = {
  'drawings/not-drawable': {
    'zh-CN': '这样无法画图：请检查是否有人成了自己的祖先，或者同一人、同一条线出现了两次。',
    en: 'This cannot be drawn: look whether somebody became their own ancestor, or stands in it twice.',
    ru: 'Это нельзя нарисовать: проверьте, не стал ли кто-то собственным предком и не записан ли дважды.',
  },
  'drawings/stranger': {
    'zh-CN': '其中一人的档案您无权查看，不能加入。',
    en: 'You do not see the record of one of these people, so they cannot be put in.',
    ru: 'Вам не видна запись одного из этих людей, поэтому добавить её нельзя.',
  },
} as const satisfies Record<string, Wording>
