import { z } from 'zod'

/** What may be done to a feed: an address, maybe instead of the one there was, or none any more. */
export const calendarFeedForm = z.object({
  intent: z.enum(['renew-feed', 'stop-feed'], { error: 'Kies een nieuw adres of stop.' }),
})
