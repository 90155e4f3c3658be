import type { DrawnEcomap, DrawnFamily } from '../story.ts'

/** Three generations of the boy who did not want to go to school. */
export const schoolFamily: DrawnFamily = {
  day: -193,
  members: [
    { key: 'father', as: 'parent', beside: 'client', name: '刘志刚', sex: 'male', birth: '1983' },
    { key: 'mother', as: 'parent', beside: 'client', name: '吴海燕', sex: 'female', birth: '1985' },
    { key: 'lost', as: 'sibling', beside: 'client', birth: '2010', status: 'miscarriage' },
    { key: 'sister', as: 'sibling', beside: 'client', name: '刘子涵', sex: 'female', birth: '2018' },
    {
      key: 'grandfather',
      as: 'parent',
      beside: 'father',
      name: '刘德明',
      sex: 'male',
      birth: '1955',
      death: '2021',
    },
    { key: 'grandmother', as: 'parent', beside: 'father', name: '陈桂芳', sex: 'female', birth: '1958' },
    { key: 'uncle', as: 'sibling', beside: 'father', name: '刘志强', sex: 'male', birth: '1987' },
    { key: 'other grandfather', as: 'parent', beside: 'mother', name: '吴建国', sex: 'male', birth: '1957' },
    {
      key: 'other grandmother',
      as: 'parent',
      beside: 'mother',
      name: '赵秀兰',
      sex: 'female',
      birth: '1960',
    },
  ],
  ties: [
    ['father', 'client', 'conflict'],
    ['mother', 'client', 'fused'],
    ['client', 'other grandmother', 'close'],
    ['father', 'uncle', 'cut-off'],
  ],
  household: ['client', 'sister', 'mother', 'father'],
}

/** What stood around him before, and what half a year later. */
export const schoolEcomaps: readonly DrawnEcomap[] = [
  {
    day: -193,
    systems: [
      ['外祖父母', 'family', 'strong', 0, 'in'],
      ['同班同学', 'friends', 'tenuous', 3, 'none'],
      ['第九中学', 'school', 'tenuous', 2, 'out'],
      ['市医院心理门诊', 'health', 'ordinary', 1, 'in'],
      ['父亲的工厂', 'work', 'ordinary', 2, 'both'],
    ],
  },
  {
    day: -150,
    systems: [
      ['外祖父母', 'family', 'strong', 0, 'in'],
      ['两个好朋友', 'friends', 'moderate', 0, 'both'],
      ['第九中学', 'school', 'moderate', 1, 'both'],
      ['市医院心理门诊', 'health', 'ordinary', 0, 'in'],
      ['社区篮球队', 'leisure', 'strong', 0, 'both'],
      ['父亲的工厂', 'work', 'ordinary', 1, 'both'],
    ],
  },
]
