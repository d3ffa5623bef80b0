// In this order: later browsers call themselves by the names of earlier ones too.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const devices: [RegExp, string][] = [
  [/iPhone/, 'een iPhone'],
  [/iPad/, 'een iPad'],
  [/Android.*Mobile/, 'een Android-telefoon'],
  [/Android/, 'een Android-tablet'],
  [/CrOS/, 'een Chromebook'],
  [/Windows/, 'een computer met Windows'],
  [/Macintosh|Mac OS X/, 'een Mac'],
  [/Linux/, 'een computer met Linux'],
]

/** Which device a login is on, as its owner would say it: "Safari op een iPhone". */
export function deviceName(userAgent: string | null): string {
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const [browser, device] = [find(browsers), find(devices)]
  if (!browser && !device) return 'Een onbekend apparaat'
  return `${browser ?? 'Een browser'} op ${device ?? 'een onbekend apparaat'}`
}
