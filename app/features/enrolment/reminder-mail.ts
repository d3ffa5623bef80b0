import { placeText } from '#app/features/catalogue/place.ts'
import { act, facts, link, list, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { mine } from './mail-parts.ts'
import { countdown, routeLink } from './reminder.ts'
import type { RemindedMeeting } from './reminder-queries.server.ts'

/**
 * What somebody needs for a meeting that comes: when, where, how to get there, what to bring. `checkInPath` is the way
 * to say on the day itself that one is there, for who has one.
 */
export function reminderMail(
  meeting: RemindedMeeting,
  to: { enrolmentId: number; daysAhead: number; checkInPath?: string | undefined },
): Mail {
  const route = routeLink(meeting)
  return {
    title: `${countdown(to.daysAhead)}: ${meeting.title}`,
    blocks: [
      text(`${countdown(to.daysAhead)} ga je naar ${meeting.title}.`),
      facts([
        [
          'Wanneer',
          `${formatWeekday(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)}`,
        ],
        ...(meeting.count > 1
          ? [['Welke', `bijeenkomst ${meeting.number} van ${meeting.count}`] as [string, string]]
          : []),
        ['Waar', placeText(meeting) || 'de plaats volgt nog'],
      ]),
      ...(meeting.directions ? [text(`Zo kom je er: ${meeting.directions}`)] : []),
      ...(route ? [link('Plan je route', route)] : []),
      ...(meeting.bring.length > 0 ? [text('Neem mee:'), list([...meeting.bring])] : []),
      ...(meeting.participantsNote ? [text(meeting.participantsNote)] : []),
      ...(to.checkInPath
        ? [
            text('Op de dag zelf check je hiermee in, ook zonder in te loggen:'),
            act('Inchecken', to.checkInPath),
          ]
        : []),
      text('Kun je er niet bij zijn? Zeg het op je pagina, dan weet de trainer het.'),
      mine(to.enrolmentId),
    ],
  }
}
