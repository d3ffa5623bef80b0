import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { availableParallelism } from 'node:os'
import { connect } from '#db/client.server.ts'
import type { Recorded } from './recording.ts'

/**
 * The floor: a bare Node server with `pg`, in as many processes as the portal has, that runs a page's own queries, one
 * after another on one connection, prepared where the portal prepares them, and then writes the same bytes. `node tests/bench/floor.ts <file> <port>`.
 */
const [file = '', port = ''] = process.argv.slice(2)

if (cluster.isPrimary) {
  const workers = Array.from({ length: availableParallelism() }, () => cluster.fork())
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.on('listening', resolve))))
  console.log(`The floor is ready: http://127.0.0.1:${port}`)
  const stop = () => {
    for (const worker of workers) worker.process.kill('SIGKILL')
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
} else {
  process.on('disconnect', () => process.exit(0))
  const pages = new Map<string, Recorded>(Object.entries(JSON.parse(readFileSync(file, 'utf8'))))
  const bodies = new Map([...pages].map(([path, { body }]) => [path, Buffer.from(body, 'base64')]))
  const { pool } = connect(process.env.FLOOR_DATABASE_URL ?? '')
  createServer(async (req, res) => {
    const path = req.url ?? ''
    const page = pages.get(path)
    if (!page) {
      res.writeHead(404).end()
      return
    }
    const client = await pool.connect()
    try {
      for (const query of page.queries) await client.query(query)
      res.writeHead(200, page.headers).end(bodies.get(path))
    } catch {
      res.writeHead(500).end()
    } finally {
      client.release()
    }
  }).listen(Number(port), '127.0.0.1')
}
