/** Says that a page is the same for everyone who is not logged in; the front keeps it. It never leaves the server. */
export const visitorPageHeader = 'X-Visitor-Page'

/**
 * The `headers` of a route whose page may be kept as finished HTML for visitors:
 * `export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'`.
 * Such a page reads only tables that announce their changes (see the migration that announces them) and the clock
 * to the minute, and nothing of the request but its address.
 */
export const visitorPageHeaders = (): Record<string, string> => ({ [visitorPageHeader]: '1' })
