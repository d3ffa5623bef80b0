import { buildWhenStale } from './support/build.ts'
import { command } from './support/command.ts'

/** `npm run build`: what `npm start` does by itself when anything changed. */
await command(async () => {
  if (!(await buildWhenStale())) console.log('The build is up to date.')
})
