import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { today } from '#app/platform/clock.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** One of one's own papers, with how everything of its sort stands; anyone else's is not found. */
export async function findMyPaper(actor: Actor, id: number) {
  const papers = await listPapers(database(), [actor.personId])
  const paper = orNotFound(papers.find((one) => one.id === id))
  const held = orNotFound(heldOf(papers, today()).find((one) => one.papers.includes(paper)))
  return { paper, stand: held.stand, verification: paper.verification }
}

export const askForm = z.object({ act: z.literal('ask-employer') })
