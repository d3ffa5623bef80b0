/** A path as it may stand in a log: without what stands in a mailed link or under a QR code, which opens something. */
export function loggablePath(path: string): string {
  return path.replace(/[^/]{32,}/g, '…').replace(/^\/certificaten\/[^/]+/, '/certificaten/…')
}
