import { buildWhenStale } from '#scripts/support/build.ts'

/** What the tests of requests and of the browser look at is what is served: the pages as built. */
export default async function setup(): Promise<void> {
  await buildWhenStale({ quiet: true })
}
