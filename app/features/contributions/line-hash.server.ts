import { createHash } from 'node:crypto'
import { lineText, type WordedLine } from './contribution-texts.ts'

/** The text of a line as it is read, and the hash that tells that text from every other. */
export function readingOf(line: WordedLine): { readText: string; readHash: string } {
  const readText = lineText(line)
  return { readText, readHash: createHash('sha256').update(readText).digest('hex') }
}
