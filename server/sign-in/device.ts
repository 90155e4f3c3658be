import type { Device } from '#contract/account.ts'

// In this order: most browsers also claim to be the ones below them.
const browsers: readonly (readonly [RegExp, Device['browser']])[] = [
  [/MicroMessenger/u, 'WeChat'],
  [/MQQBrowser|QQBrowser|\bQQ\//u, 'QQ'],
  [/360SE|360EE|QihooBrowser/u, '360'],
  [/UCBrowser|UBrowser/u, 'UC'],
  [/HuaweiBrowser/u, 'Huawei Browser'],
  [/SamsungBrowser/u, 'Samsung Internet'],
  [/YaBrowser/u, 'Yandex'],
  [/OPR\/|Opera/u, 'Opera'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/Firefox\/|FxiOS/u, 'Firefox'],
  [/Chrom(?:e|ium)\/|CriOS/u, 'Chrome'],
  [/Version\/.*Safari/u, 'Safari'],
]

const systems: readonly (readonly [RegExp, Device['system']])[] = [
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/iPad/u, 'iPad'],
  [/iPhone|iPod/u, 'iPhone'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/Linux|X11|CrOS/u, 'Linux'],
]

const first = <Name>(names: readonly (readonly [RegExp, Name])[], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** What a device calls itself, in names people know; nulls where it does not say. */
export const deviceIn = (userAgent: string): Device => ({
  browser: first(browsers, userAgent),
  system: first(systems, userAgent),
})
