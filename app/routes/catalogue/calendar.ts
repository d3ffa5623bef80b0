import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarResponse } from '#app/features/agenda/calendar-response.server.ts'
import { calendarOfCatalogue } from '#app/features/agenda/calendars.server.ts'
import { readCatalogueFilter } from '#app/features/catalogue/catalogue-form.ts'
import { database } from '#db/client.server.ts'

/** What is on offer as a calendar to subscribe to, narrowed down as the catalogue is: `?project=4&profiel=PIE`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { filter } = readCatalogueFilter(new URL(request.url).searchParams)
  return calendarResponse(request, await calendarOfCatalogue(database(), filter), { kind: 'public' })
}
