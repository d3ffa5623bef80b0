import nodemailer, { type Transporter } from 'nodemailer'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { leavePath } from './leave-link.server.ts'
import { isLeavable } from './mail-kinds.ts'
import type { MailAttachment } from './queue-mails.server.ts'

const transporters = new Map<string, Transporter>()

function transporter(smtpUrl: string): Transporter {
  let found = transporters.get(smtpUrl)
  if (!found) {
    const url = new URL(smtpUrl)
    found = nodemailer.createTransport({
      host: url.hostname,
      port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
      secure: url.protocol === 'smtps:',
      auth: url.username
        ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
        : undefined,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    transporters.set(smtpUrl, found)
  }
  return found
}

/**
 * Delivers one row of the outbox. A mail server that is down throws, and the job is tried again later; a mail that is
 * refused for good (5xx) is marked, for the coordinator. The row is locked while it is sent, so two workers do not both
 * send it; one that dies between the server's 250 and its own commit sends again with the same Message-ID.
 */
export async function deliverMail(db: Db, outboxId: number): Promise<'sent' | 'refused' | 'nothing'> {
  const { smtpUrl, mailFrom, baseUrl } = environment()
  if (!smtpUrl) return 'nothing'
  const host = new URL(baseUrl).hostname
  let trouble: unknown
  const outcome = await inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('id', '=', outboxId)
      .where('sentAt', 'is', null)
      .where('refusedAt', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!row) return 'nothing'
    const mark = (values: { sentAt?: Date; refusedAt?: Date; lastError: string | null }) =>
      trx
        .updateTable('outbox')
        .set({ ...values, attempts: row.attempts + 1 })
        .where('id', '=', row.id)
        .execute()
    try {
      await transporter(smtpUrl).sendMail({
        from: mailFrom ?? `noreply@${host}`,
        to: row.recipient,
        replyTo: row.replyTo ?? undefined,
        subject: row.title,
        text: row.bodyText,
        html: row.bodyHtml,
        attachments: (row.attachments as MailAttachment[] | null) ?? [],
        messageId: `<outbox-${row.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...leaveHeaders(row, baseUrl) },
      })
      await mark({ sentAt: now(), lastError: null })
      return 'sent'
    } catch (error) {
      const { responseCode, command, code } = error as SmtpError
      const lastError = responseCode ? `SMTP ${responseCode}` : (code ?? 'unknown')
      // 5xx to whom it goes, or to what it says, is for good. To who we are (login, sender) it is our own setting.
      if (responseCode && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')) {
        await mark({ refusedAt: now(), lastError })
        if (command === 'RCPT TO') await markAddress(trx, row.recipient)
        return 'refused'
      }
      await mark({ lastError })
      trouble = error
      return 'nothing'
    }
  })
  if (trouble) {
    // Without the answer's own words: a server repeats the address in them.
    throw new Error(`mail ${outboxId} not delivered (${(trouble as { code?: string }).code ?? 'unknown'})`)
  }
  return outcome
}

/** By which the reader's own mail program leaves this sort of mail, in one press (RFC 8058). */
function leaveHeaders(
  { personId, kind }: { personId: number | null; kind: string | null },
  baseUrl: string,
): Record<string, string> {
  if (personId === null || kind === null || !isLeavable(kind)) return {}
  return {
    'List-Unsubscribe': `<${baseUrl}${leavePath(personId, kind)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

type SmtpError = Error & { responseCode?: number; command?: string; code?: string }

/** Nobody is there, says the mail server. */
async function markAddress(trx: Transaction, address: string): Promise<void> {
  await trx.updateTable('emailAddress').set({ refusedAt: now() }).where('address', '=', address).execute()
}
