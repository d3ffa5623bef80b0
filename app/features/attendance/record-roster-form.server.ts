import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.server.ts'
import type { Attendance, Mark } from './attendance.ts'
import { type ChoiceError, markFrom, readRosterForm } from './attendance-form.ts'
import { listRecordedAt } from './attendance-queries.server.ts'
import { describeAttendance } from './attendance-texts.ts'
import { recordAttendance } from './record-attendance.server.ts'
import { listRoster } from './roster-queries.server.ts'

/** Records what a form without script says; hands back, by person, what could not be saved as it is. */
export async function recordRosterForm(
  db: Db,
  actor: Actor,
  meeting: { id: number; editionId: number },
  form: FormData,
): Promise<{ changed: number; problems: ChoiceError[] }> {
  const { choices, errors } = readRosterForm(form)
  const rows = new Map((await listRoster(db, meeting)).map((row) => [row.id, row]))
  const versionOf = (id: number) => rows.get(id)?.recorded?.version ?? 0
  const older = await listRecordedAt(
    db,
    meeting.id,
    choices.filter(({ enrolmentId, basedOn }) => basedOn > 0 && basedOn !== versionOf(enrolmentId)),
  )
  const seenBy = (id: number, basedOn: number): Attendance | null =>
    basedOn === versionOf(id) ? (rows.get(id)?.recorded ?? null) : (older.get(id) ?? null)
  const everyone = form.get('act') === 'everyone'
  const marks: Mark[] = []
  const problems: ChoiceError[] = [...errors]
  for (const choice of choices) {
    const announced = rows.get(choice.enrolmentId)?.absenceNotice != null
    const mark = markFrom(choice, seenBy(choice.enrolmentId, choice.basedOn), { everyone, announced })
    if (!mark) continue
    if ('sentence' in mark) problems.push({ enrolmentId: choice.enrolmentId, ...mark })
    else marks.push(mark)
  }
  const reason = form.get('reason')
  const outcome = await recordAttendance(db, actor, meeting.id, marks, {
    reason: typeof reason === 'string' ? reason.slice(0, 500) : null,
  })
  return {
    changed: outcome.changed,
    problems: [
      ...problems,
      ...outcome.refused,
      ...outcome.conflicts.map(({ enrolmentId, yours, theirs }) => ({
        enrolmentId,
        sentence:
          `${theirs.recordedByName ?? 'Iemand anders'} vulde dit ondertussen in: ${describeAttendance(theirs)}. ` +
          `Jij koos: ${describeAttendance(yours)}. Kies opnieuw als het anders moet.`,
      })),
    ],
  }
}
