import type { ServerResponse } from 'node:http'

const everyone = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
} as const

/** What a browser may do with a response; `secure` when people come by https, `nonce` when the page has scripts of its own. */
export function setSecurityHeaders(
  res: ServerResponse,
  { secure, nonce, development }: { secure: boolean; nonce?: string; development?: boolean },
): void {
  for (const [name, value] of Object.entries(everyone)) res.setHeader(name, value)
  if (secure) res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  res.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce, development))
}

function contentSecurityPolicy(nonce: string | undefined, development = false): string {
  return [
    "default-src 'self'",
    nonce ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'self'",
    // The development server puts styles in the page and talks over a web socket.
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
