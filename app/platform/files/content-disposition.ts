/**
 * The header that makes a browser save a file under `name`: a plain name for old readers and the real one in UTF-8
 * (RFC 5987, RFC 6266).
 */
export function attachment(name: string): string {
  // Half a surrogate pair cannot be encoded; nothing with a direction or a slash belongs in a file name.
  const clean =
    name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}/\\]/gu, '')
      .trim()
      .slice(0, 150)
      .toWellFormed() || 'bestand'
  const plain = clean
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()+-]/g, '_')
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
