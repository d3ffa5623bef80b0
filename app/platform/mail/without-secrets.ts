/**
 * The text of a mail for who reads along: links that act for their reader end in three dots. Where mails are delivered
 * nobody but the reader needs them; where they are not, the mailbox is the only way to get them.
 */
export function withoutSecrets(text: string, { delivered }: { delivered: boolean }): string {
  if (!delivered) return text
  // A link with a token, and a sealed one: by which a reader checks in, or leaves a sort of mail.
  return text.replace(/\/[\w-]{43}(?![\w-])/g, '/…').replace(/\/[^\s/]+\.[\w-]{32}(?![\w-])/g, '/…')
}
