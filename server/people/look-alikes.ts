/**
 * Characters that are taken for each other when a name is read from a card, a list or handwriting (形近字): those that are met
 * in names. Each group is one shape to a hurried eye; nothing here says that two names are one, only that they may be.
 */
const groups = (
  '己已巳 未末朱 土士上 千干于 王玉主 天夭大太夫 人入八 日曰目 田由甲申 木本术 戊戌戍戎 柯何河 晴睛清倩情请 侯候 段殷 项顷 佘余 卢芦庐 祁祈 汪注江 ' +
  '肖尚 桂柱佳 英莫 芳芬 兰半 风凤 刘对 孙孔 陈阵 郑邓 杨扬汤 张弘 李季 周用同 吴昊吕 徐除 胡湖 朱失 高亮 林材村 何伺 郭敦 马鸟乌 罗岁 梁粱 宋宗 谢射 韩翰 唐康 ' +
  '冯冶 董童 萧箫 程呈 曹漕 袁衰 傅博 沈沉 曾会 彭澎 苏办 蒋奖 蔡葵 贾价 丁了 魏巍 薛萨 叶什 阎闫 潘播 杜社 戴载 夏复 钟钏 田因 任住 姜美 范苑 方万 石右 姚桃 谭潭 ' +
  '廖寥 邹皱 熊能 金全 陆际 郝赤 孔扎 白自百 崔雀 毛手 邱丘 秦泰奏春 顾硕 邵郡 孟盂 龙尤 黎藜 常尝 武式 乔桥 贺贸 赖懒 龚龛 庞宠 樊攀 施旋 ' +
  '伟纬 静净 敏每 磊垒 军车 洋详 勇湧 艳绝 杰木 娟捐涓 涛铸 明朋 超起 霞震 平乎 建健 国图 晓哓 丽两 莉利 玲铃 红江 梅海 芬分 萍苹 琴瑟 秀香 珍诊 淑叔 慧彗 婷停 雪雷 ' +
  '宁宇 浩洁 鑫金 瑞端 凯剀 宏宠 志忘 斌武 彬杉 峰锋蜂 辉晖 旭旮 昊吴 晨震 阳阴 欣听 怡恰 琳淋 璐路 瑶摇 菲韭 茜西 蕾雷 薇微 颖颍 洁浩 娜那'
).split(' ')

const latin = 'aceopxyikmhtb'
const cyrillic = 'асеорхуікмнтв'
/** Letters of one look in two alphabets, and of one look or one sound in Russian. */
const letterGroups = [
  'ий',
  'еэ',
  'оа',
  'шщ',
  'ьъ',
  'бв',
  'иы',
  'вф',
  'дт',
  'зс',
  'гк',
  'бп',
  'il',
  'uv',
  'mn',
  'ae',
]

const alike = new Map<string, Set<string>>()
for (const group of [...groups, ...letterGroups].map((text) => Array.from(text)))
  for (const one of group) {
    const known = alike.get(one) ?? new Set()
    for (const other of group) if (other !== one) known.add(other)
    alike.set(one, known)
  }

/** The characters that this one may be taken for. */
export const lookAlikesOf = (character: string): readonly string[] => [...(alike.get(character) ?? [])]

/** Whether two characters are taken for each other by the eye. */
export const lookAlike = (one: string, other: string) => alike.get(one)?.has(other) === true

/** A word of mixed alphabets, as a copied text may hide it, in Cyrillic alone: М with a Latin a is Ма. */
export function oneAlphabet(word: string): string {
  const mixed = /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word)
  if (!mixed) return word
  return Array.from(word, (letter) => cyrillic.charAt(latin.indexOf(letter)) || letter).join('')
}

/** The names that one wrongly read character may have made of this one: 王柱英 for 王桂英. Characters only, no words. */
export function misreadings(characters: readonly string[]): string[] {
  return characters.flatMap((character, place) =>
    lookAlikesOf(character).map((other) => characters.with(place, other).join('')),
  )
}
