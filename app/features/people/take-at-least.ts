/** The outcome of `work`, not before `milliseconds` have gone by: then how long it took tells nothing about it. */
export async function takeAtLeast<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work, new Promise((done) => setTimeout(done, milliseconds))])
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
