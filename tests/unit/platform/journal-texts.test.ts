import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { journalSubjectWords, journalWords } from '#app/platform/journal-texts.ts'

/** Whatever the code and the demo note, the journal says in Dutch. */
test('every action and every subject in the journal has its words', async () => {
  const silent = new Set<string>()
  for await (const file of glob('{app,db/seeds/demo}/**/*.ts')) {
    const code = readFileSync(file, 'utf8')
    for (const [, words = ''] of code.matchAll(/(?:\bnote\(|remember\(|action: |next\()([\s\S]{0,160})/g)) {
      const upToSubject = words.split(/\{ ?type:|subject|\n\s*\)/)[0] ?? ''
      for (const [, action = ''] of upToSubject.matchAll(/'([a-z-]+\.[a-z-]+)'/g)) {
        if (!(action in journalWords)) silent.add(`${action} in ${file}`)
      }
      const type = /\{\s*type: '([a-z_]+)'/.exec(words)?.[1]
      if (type && !(type in journalSubjectWords)) silent.add(`${type} in ${file}`)
    }
  }
  expect([...silent]).toEqual([])
})
