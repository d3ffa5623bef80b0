import { formatCount, formatTime } from '#app/ui/format.ts'
import type { CheckInState } from './check-in.ts'

export const checkInTexts = {
  notOpenYet: (opensAt: Date) => `Je kunt nog niet inchecken. Dat kan vanaf ${formatTime(opensAt)} uur.`,
  over: 'Deze bijeenkomst is voorbij. Inchecken kan niet meer. Was je er wel? Zeg het tegen de trainer.',
  cancelled: 'Deze bijeenkomst gaat niet door. Je hoeft niet in te checken.',
  closed: 'Deze cursus is al afgerond. Was je er wel? Zeg het tegen de trainer.',
  wrongCode: 'Deze code klopt niet of is verlopen. Kijk naar het scherm: daar staat nu een nieuwe.',
  noCode: 'Typ de zes letters die nu op het scherm staan.',
  notOnTheList:
    'Je staat niet op de lijst van deze bijeenkomst. Meld je bij de trainer: die kan je er meteen bij zetten.',
  tooOften: 'Je hebt te veel codes geprobeerd. Meld je bij de trainer: die kan je ook inchecken.',
  overForTrainer: 'Deze bijeenkomst is voorbij. Wat er nog mist, vul je in bij de presentie.',
  notKnownHere: 'Op dit toestel ben je niet meer bekend. Log in, of open de link uit je mail opnieuw.',
  unreadable: 'Dit konden we niet lezen. Ververs de bladzijde.',
  noCamera: 'De camera doet het niet, of mag niet. Tik de naam aan in de lijst.',
  answeredAlready: 'Over deze persoon is al iets ingevuld. Ververs de bladzijde.',
}

type Known = { state: CheckInState; codeAt: Date; minutesLate: number }

/** What the participant reads of their own check-in. */
export function checkInSentence({ state, codeAt, minutesLate }: Known): { title: string; text: string } {
  const at = `om ${formatTime(codeAt)} uur`
  const late = minutesLate > 0 ? ` Je was ${formatCount(minutesLate, 'minuut', 'minuten')} te laat.` : ''
  switch (state) {
    case 'accepted':
      return { title: 'Je bent ingecheckt.', text: `Dat was ${at}.${late}` }
    case 'confirmed':
      return { title: 'Je bent ingecheckt.', text: `De trainer heeft het bevestigd.${late}` }
    case 'to_confirm':
      return {
        title: 'De trainer moet dit nog bevestigen.',
        text: `Je code was van ${formatTime(codeAt)} uur. Je hoeft zelf niets meer te doen.`,
      }
    case 'refused':
      return {
        title: 'De trainer heeft je niet als aanwezig genoteerd.',
        text: 'Ben je er wel? Meld je bij de trainer.',
      }
  }
}
