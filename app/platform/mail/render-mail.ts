import type { Mail, MailBlock } from './mail.ts'
import { type LeavableKind, leaveWords } from './mail-kinds.ts'

export type RenderedMail = { title: string; text: string; html: string }
type Around = {
  regionName: string
  demo: boolean
  baseUrl: string
  greeting: string | null
  /** How its reader leaves this sort of mail, where they may. */
  leave?: { kind: LeavableKind; path: string } | undefined
}

/** The mail as text and as HTML with the same words. In a demo every mail says VOORBEELD, in its title too. */
export function renderMail(mail: Mail, around: Around): RenderedMail {
  const oneLine = mail.title.replace(/[\r\n]+/g, ' ')
  const title = around.demo ? `[VOORBEELD] ${oneLine}` : oneLine
  const demoLine = 'VOORBEELD: dit bericht komt uit een demonstratie. Er is niets echt gebeurd.'
  const greeting = around.greeting ? `Dag ${around.greeting},` : 'Dag,'
  const foot = `${around.regionName} · ${around.baseUrl}`
  const leave = around.leave && {
    words: leaveWords(around.leave.kind),
    address: around.baseUrl + around.leave.path,
  }
  const text = [
    ...(around.demo ? [demoLine] : []),
    greeting,
    ...mail.blocks.map((block) => blockText(block, around.baseUrl)),
    `Met groet,\n${around.regionName}`,
    `--\n${foot}${leave ? `\n${leave.words}:\n${leave.address}` : ''}`,
  ].join('\n\n')
  const html = `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px 16px;background:#fbfaf5;color:#12243d;font:17px/1.55 Verdana,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #12243d">
${around.demo ? `<p style="margin:0 0 16px;padding:6px 10px;border:2px solid #a3162a;color:#a3162a;font-weight:bold">${escapeHtml(demoLine)}</p>` : ''}
<p>${escapeHtml(greeting)}</p>
${mail.blocks.map((block) => blockHtml(block, around.baseUrl)).join('\n')}
<p>Met groet,<br>${escapeHtml(around.regionName)}</p>
</div>
<p style="max-width:560px;margin:12px auto;color:#50617a;font-size:14px">${escapeHtml(foot)}${leave ? `<br><a href="${escapeHtml(leave.address)}" style="color:#50617a">${escapeHtml(leave.words)}</a>` : ''}</p>
</body></html>`
  return { title, text, html }
}

function blockText(block: MailBlock, baseUrl: string): string {
  if (block.kind === 'text') return block.text
  if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n')
  if (block.kind === 'facts') return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
  return `${block.label}:\n${block.kind === 'link' ? block.url : baseUrl + block.path}`
}

function blockHtml(block: MailBlock, baseUrl: string): string {
  if (block.kind === 'text') return `<p>${escapeHtml(block.text).replaceAll('\n', '<br>')}</p>`
  if (block.kind === 'list')
    return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
  if (block.kind === 'facts') {
    const rows = block.rows.map(
      ([label, value]) =>
        `<tr><th scope="row" style="text-align:left;padding:4px 16px 4px 0;color:#50617a;font-weight:normal">${escapeHtml(label)}</th><td style="padding:4px 0"><strong>${escapeHtml(value)}</strong></td></tr>`,
    )
    return `<table style="border-collapse:collapse;margin:16px 0">${rows.join('')}</table>`
  }
  if (block.kind === 'link') {
    return `<p><a href="${escapeHtml(block.url)}" style="color:#1f5aa6">${escapeHtml(block.label)}</a></p>`
  }
  const address = escapeHtml(baseUrl + block.path)
  return `<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 20px;background:#c8440a;color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(block.label)}</a></p>
<p style="font-size:14px;color:#50617a">Werkt de knop niet? Open dan ${address}</p>`
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
