import { DatabaseError } from 'pg'
import { Refusal } from '#app/platform/refusal.ts'
import { organisationTexts as texts } from './organisation-texts.ts'

const sentences: Record<string, string> = {
  organisation_name_unique: texts.nameTaken,
  site_name_unique: texts.siteTaken,
  room_name_unique: texts.roomTaken,
  team_name_unique: texts.teamTaken,
}

/** Runs `work`; when the database finds the name taken, says so beside the name. */
export async function refuseTakenName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const sentence = error instanceof DatabaseError ? sentences[error.constraint ?? ''] : undefined
    if (sentence) throw new Refusal(sentence, 'name')
    throw error
  }
}
