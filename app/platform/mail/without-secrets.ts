/**
 * The text of a mail for who reads along: links that act for their reader end in three dots. Where mails are delivered
 * nobody but the reader needs them; where they are not, the mailbox is the only way to get them.
 */
export function withoutSecrets(text: string, { delivered }: { delivered: boolean }): string {
  if (!delivered) return text
  // A link with a token, and the sealed one by which a reader leaves a sort of mail.
  return text.replace(/\/[\w-]{43}(?![\w-])/g, '/…').replace(/(\/mail-afmelden\/)\S+/g, '$1…')
}
