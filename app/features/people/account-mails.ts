import { paths } from '#app/paths.ts'
import { act, type Mail, text } from '#app/platform/mail/mail.ts'

/** The mails about somebody's account. */

const notYou = 'Heb je hier niet om gevraagd? Dan hoef je niets te doen.'

export function loginLinkMail(token: string, onward?: string): Mail {
  const query = onward ? `?verder=${encodeURIComponent(onward)}` : ''
  return {
    title: 'Je inloglink',
    blocks: [
      text('Met deze link log je in zonder wachtwoord. Hij werkt één keer, en een kwartier lang.'),
      act('Inloggen', paths.loginLink(token) + query),
      text(notYou),
    ],
  }
}

export const resetPasswordMail = (token: string): Mail => ({
  title: 'Kies een nieuw wachtwoord',
  blocks: [
    text('Met deze link kies je een nieuw wachtwoord. Hij werkt één keer, en een uur lang.'),
    act('Nieuw wachtwoord kiezen', paths.resetPassword(token)),
    text(`${notYou} Je oude wachtwoord blijft dan gelden.`),
  ],
})

export const invitationMail = (token: string, regionName: string): Mail => ({
  title: `Welkom bij ${regionName}`,
  blocks: [
    text(
      `Je hebt een account gekregen bij ${regionName}. Daarmee schrijf je je in voor cursussen en workshops, en vind je je bewijzen en certificaten terug.`,
    ),
    act('Account in gebruik nemen', paths.invitation(token)),
    text('De link werkt twee weken. Daarna kun je altijd nog op de inlogpagina een inloglink vragen.'),
  ],
})

export const confirmAddressMail = (token: string): Mail => ({
  title: 'Is dit e-mailadres van jou?',
  blocks: [
    text(
      'Dit adres is toegevoegd aan een account. Bevestig dat het van jou is; daarna kun je er ook mee inloggen.',
    ),
    act('Adres bevestigen', paths.confirmAddress(token)),
    text('De link werkt een dag. Heb jij dit adres niet toegevoegd? Doe dan niets.'),
  ],
})

export const addressTakenMail = (): Mail => ({
  title: 'Dit adres hoort al bij een account',
  blocks: [
    text('Iemand wilde dit adres toevoegen aan een account, maar het hoort al bij een ander account.'),
    text(
      'Was jij het en heb je twee accounts? De coördinator kan ze samenvoegen. Was jij het niet? Dan hoef je niets te doen.',
    ),
    act('Contact opnemen', paths.contact()),
  ],
})

export const passwordChangedMail = (): Mail => ({
  title: 'Je wachtwoord is veranderd',
  blocks: [
    text('Het wachtwoord van je account is veranderd. Op andere apparaten ben je uitgelogd.'),
    text('Heb jij dit niet gedaan? Kies dan meteen een nieuw wachtwoord.'),
    act('Nieuw wachtwoord kiezen', paths.forgotPassword()),
  ],
})

export const placesAskedMail = (places: number): Mail => ({
  title: 'Wat gebeurt er met je inschrijvingen?',
  blocks: [
    text(
      places === 1
        ? 'Je werkt niet meer bij een school waarvoor je nog één inschrijving hebt.'
        : `Je werkt niet meer bij een school waarvoor je nog ${places} inschrijvingen hebt.`,
    ),
    text('Zeg of je die houdt, aan een collega geeft, of loslaat. Tot dan houd je je plek.'),
    act('Zeg wat er moet gebeuren', paths.mine()),
  ],
})

/** For an address that nobody here has: only in a demo, where mails stay and are shown. */
export function noAccountMail(): Mail {
  return {
    title: 'Bij dit adres hoort geen account',
    blocks: [
      text('Iemand vroeg voor dit adres om een link. Er is hier geen account met dit adres.'),
      text('Een account krijg je vanzelf bij je eerste inschrijving.'),
      act('Bekijk het aanbod', paths.catalogue()),
    ],
  }
}
