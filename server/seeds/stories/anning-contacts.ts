import type { Story } from '../story.ts'

/** First contacts of the last weeks at 安宁: some still open at the desk, some concluded without a case. */
export const anningContacts: readonly Story[] = [
  {
    key: 'zhou-mingyue',
    by: 'chen.siyuan',
    client: {
      name: '周明月',
      sex: '2',
      birthDate: '2009-06-17',
      phone: '139 0931 4402',
      schoolOrWork: '职业中学一年级',
      address: '安宁西路街道',
    },
    companions: [
      {
        name: '周建设',
        sex: '1',
        birthDate: '1978-02-11',
        phone: '138 0931 7715',
        kind: 'father',
        calls: true,
        guardian: true,
      },
    ],
    contact: {
      day: 0,
      situation: '父亲来电。女儿昨晚与同学争吵后划伤手臂，伤口已在社区诊所包扎，现在由父亲陪在家里。',
      trouble: '女儿说“活着没意思”，父亲不敢离开她半步，不知道该找谁。',
      sheet: { source: 'guardian', callerRelation: 'father', willingness: 5 },
      danger: {
        kinds: ['self-harm'],
        reason:
          '昨晚有自伤行为并表达轻生念头。已请父亲收好刀具和药品、全程陪伴，约定今天下午由社工上门，并告知精神卫生中心急诊电话。',
      },
    },
  },
]
