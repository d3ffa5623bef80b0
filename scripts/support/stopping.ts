/**
 * Resolves with the reason when this command is asked to stop: by Ctrl-C, by a signal, or because whoever started it
 * is gone. Ctrl-C reaches us several times, from the terminal and from npm; asked again two seconds later or more,
 * `force` is called.
 */
export function stopAsked(force: () => void): Promise<string> {
  return new Promise((resolve) => {
    let first: number | undefined
    const ask = (reason: string) => {
      first ??= Date.now()
      if (reason !== 'gone' && Date.now() - first > 2_000) force()
      resolve(reason)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal))
    if (process.connected) process.on('disconnect', () => ask('gone'))
  })
}

/**
 * The same for a process that the portal itself started. It leaves signals to its parent, which says 'stop'; when the
 * parent is gone there is nobody left to say it.
 */
export function parentStops(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  return new Promise((resolve) => {
    process.on('message', (message) => {
      if (message === 'stop') resolve()
    })
    process.on('disconnect', () => resolve())
  })
}
