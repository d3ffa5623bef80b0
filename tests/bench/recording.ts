import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { environment } from '#app/platform/environment.server.ts'
import { createPortal } from '#app/platform/http/portal.server.ts'
import { connect, shareConnection } from '#db/client.server.ts'

export type Query = { text: string; values?: unknown[]; name?: string }

/** What a page is made of: the queries it runs, once the portal is warm, and the bytes it comes to. */
export type Recorded = {
  queries: Query[]
  headers: Record<string, string | string[]>
  body: string
  bytes: number
}

/** A portal in this process, without kept pages, that tells which queries a page runs. */
export async function startRecorder(connectionString: string) {
  const queries: Query[] = []
  const connection = connect(connectionString)
  shareConnection(connection)
  connection.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [first, values] = args
      if (typeof first === 'string') queries.push({ text: first, values: values as unknown[] | undefined })
      else queries.push({ ...(first as Query) })
      return query(...args)
    }) as typeof client.query
  })
  const build = await import(pathToFileURL('build/server/index.js').href)
  const server = createPortal({ environment: environment(), db: connection.db, build })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    async record(path: string, headers: Record<string, string>): Promise<Recorded> {
      // At first the portal still looks up what it then keeps, like the region, and has prepared nothing yet.
      for (let i = 0; i < 10; i++) await ask(url + path, headers)
      queries.length = 0
      const page = await ask(url + path, headers)
      if (page.status !== 200) throw new Error(`${path} answered with ${page.status}.`)
      const { body } = page
      const ran = queries.map(({ text, values, name }) => ({ text, values, name }))
      return { queries: ran, headers: page.headers, body: body.toString('base64'), bytes: body.length }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      shareConnection(undefined)
      await connection.db.destroy()
    },
  }
}

type Page = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** As it comes over the line: compressed when that is asked. */
function ask(url: string, headers: Record<string, string>): Promise<Page> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _date, connection: _, 'keep-alive': __, ...kept } = response.headers
        const body = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: kept as Page['headers'], body })
      })
      response.on('error', reject)
    }).on('error', reject)
  })
}
