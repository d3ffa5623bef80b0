import { formatList } from '#app/ui/format.ts'

/** What stands in somebody's own calendar, and on the pages where they ask for it. */
export const calendarTexts = {
  demo: 'VOORBEELD: ',
  off: 'Vervalt: ',
  personal: (region: string) => `Bijblijven ${region}: jouw bijeenkomsten`,
  place: (region: string, title: string) => `${title} (${region})`,
  room: (region: string, room: string) => `${room} (${region})`,
  catalogue: (region: string) => `Aanbod ${region}`,

  cancelled: 'Deze bijeenkomst gaat niet door.',
  gone: 'Je hebt hier geen plek meer.',
  because: (reason: string) => `Reden: ${reason}`,
  pending: 'Je team moet het nog goedkeuren.',
  undecided: 'Of het doorgaat, hoor je nog.',
  youTrain: 'Je bent de trainer.',
  trainers: (names: readonly string[]) => `Trainer: ${formatList(names)}`,
  bring: (things: readonly string[]) => `Neem mee: ${things.join(', ')}`,
  directions: (directions: string) => `Zo kom je er: ${directions}`,
  more: (address: string) => `Meer: ${address}`,

  made: 'Je agenda-adres is klaar. Zet het in je agenda.',
  renewed: 'Je hebt een nieuw adres. Het oude werkt niet meer.',
  stopped: 'Het abonnement is gestopt. Het adres werkt niet meer.',
  roomMade: (room: string) => `Het agenda-adres van ${room} is klaar.`,
  roomStopped: (room: string) => `Het agenda-adres van ${room} werkt niet meer.`,
} as const
