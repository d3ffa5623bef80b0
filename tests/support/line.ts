import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to the portal that can be cut: then nothing comes through, whatever the browser thinks of its network. */
export type Line = { url: string; cut: () => Promise<void>; mend: () => Promise<void> }

export async function layLine(portalUrl: string): Promise<Line> {
  const { hostname, port: portalPort } = new URL(portalUrl)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(Number(portalPort), hostname)
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, hostname)
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${hostname}:${port}`,
    async cut() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
    mend: () => listen(port),
  }
}
