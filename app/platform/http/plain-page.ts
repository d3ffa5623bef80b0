import type { ServerResponse } from 'node:http'

const pages = {
  400: ['Dit adres klopt niet', 'Kijk of het adres goed is overgenomen, of begin bij de startpagina.'],
  403: [
    'Dit is niet gelukt',
    'Het verzoek kwam niet van een pagina van deze site. Ga terug, laad de pagina opnieuw en probeer het nog eens.',
  ],
  405: ['Dit kan hier niet', 'Dit soort verzoek wordt hier niet beantwoord.'],
  408: ['Het duurde te lang', 'De verbinding was te traag. Probeer het nog eens.'],
  413: ['Dit is te groot', 'Wat je verstuurt is te groot. Kies een kleiner bestand of een kortere tekst.'],
  500: ['Er ging iets mis', 'Dit ligt aan ons. Probeer het straks nog eens.'],
  503: ['Even niet beschikbaar', 'De site start op of is druk. Probeer het over een minuut nog eens.'],
} as const

export type PlainStatus = keyof typeof pages

/** Answers with a page of one sentence, for what never reaches the real pages. */
export function sendPlainPage(res: ServerResponse, status: PlainStatus): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  const [title, sentence] = pages[status]
  const html = `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${sentence}</p><p><a href="/">Naar de startpagina</a></p></main></body>
</html>
`
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Cache-Control': 'no-store',
  })
  res.end(html)
}
