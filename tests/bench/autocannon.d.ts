/** The part of autocannon that the benchmark uses; it brings no types of its own. */
declare module 'autocannon' {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  type Client = { setRequest: (request: Request) => void }
  type Options = Request & {
    url: string
    connections: number
    duration?: number
    amount?: number
    timeout?: number
    setupClient?: (client: Client) => void
  }
  type Result = { errors: number; timeouts: number; non2xx: number; statusCodeStats: Record<string, object> }
  type Instance = PromiseLike<Result> & {
    on: (
      event: 'response',
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ) => void
  }
  export default function autocannon(options: Options): Instance
}
