import type { Division } from './divisions.ts'

/**
 * Codes of GB/T 2260 that come with the program: the provinces, the prefectures and districts of the demo, and some that
 * were abolished, so that older addresses are understood. The codes and names are those that the Ministry of Civil
 * Affairs of China publishes (statistical codes of administrative divisions at and above the county); facts of public
 * administration carry no licence. An agency loads the whole table as CSV.
 */
const since = '1991-01-01'
const standing: Readonly<Record<string, string>> = {
  110000: '北京市',
  120000: '天津市',
  130000: '河北省',
  140000: '山西省',
  150000: '内蒙古自治区',
  210000: '辽宁省',
  220000: '吉林省',
  230000: '黑龙江省',
  310000: '上海市',
  320000: '江苏省',
  330000: '浙江省',
  340000: '安徽省',
  350000: '福建省',
  360000: '江西省',
  370000: '山东省',
  410000: '河南省',
  420000: '湖北省',
  430000: '湖南省',
  440000: '广东省',
  450000: '广西壮族自治区',
  460000: '海南省',
  510000: '四川省',
  520000: '贵州省',
  530000: '云南省',
  540000: '西藏自治区',
  610000: '陕西省',
  620000: '甘肃省',
  630000: '青海省',
  640000: '宁夏回族自治区',
  650000: '新疆维吾尔自治区',
  710000: '台湾省',
  810000: '香港特别行政区',
  820000: '澳门特别行政区',
  110101: '东城区',
  110102: '西城区',
  310101: '黄浦区',
  310106: '静安区',
  330100: '杭州市',
  330102: '上城区',
  330105: '拱墅区',
  430100: '长沙市',
  430102: '芙蓉区',
  430103: '天心区',
  430104: '岳麓区',
  620100: '兰州市',
  620102: '城关区',
  620103: '七里河区',
  620104: '西固区',
  620105: '安宁区',
  620111: '红古区',
  620121: '永登县',
  620122: '皋兰县',
  620123: '榆中县',
}

const abolished: readonly Division[] = [
  { code: '110103', name: '崇文区', validFrom: since, validUntil: '2010-07-01', became: ['110101'] },
  { code: '110104', name: '宣武区', validFrom: since, validUntil: '2010-07-01', became: ['110102'] },
  { code: '310103', name: '卢湾区', validFrom: since, validUntil: '2011-06-01', became: ['310101'] },
  { code: '310108', name: '闸北区', validFrom: since, validUntil: '2015-11-01', became: ['310106'] },
  { code: '330103', name: '下城区', validFrom: since, validUntil: '2021-04-01', became: ['330105'] },
  { code: '330104', name: '江干区', validFrom: since, validUntil: '2021-04-01', became: ['330102'] },
]

export const shippedDivisions: readonly Division[] = [
  ...Object.entries(standing).map(([code, name]) => ({
    code,
    name,
    validFrom: since,
    validUntil: null,
    became: [],
  })),
  { code: '500000', name: '重庆市', validFrom: '1997-06-18', validUntil: null, became: [] },
  ...abolished,
]
