import { type TeamAbsence as Absence, absenceSentences, lessonsSentence } from '../team-absence.ts'

type Props = { absence: Absence | undefined; lessons: number; going?: number; people?: number }

/** Before a lead says yes: who is away in those half-days already, and what must be covered. */
export function TeamAbsence({ absence, lessons, going = 1, people = 1 }: Props) {
  const sentences = absence ? absenceSentences(absence, going) : []
  const covered = lessonsSentence(lessons, people)
  if (sentences.length === 0 && !covered) return null
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {covered && <li>{covered}</li>}
    </ul>
  )
}
