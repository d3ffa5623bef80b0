import type { MembershipRole } from '#app/access/actor.ts'

/** What somebody does at an organisation, as it is called on screen. */
export const roleNames: Record<MembershipRole, string> = {
  teacher: 'docent',
  instructor: 'instructeur',
  trainer: 'trainer',
  team_lead: 'teamleider',
  deputy_lead: 'vervangend teamleider',
  director: 'directeur',
  signatory: 'tekenbevoegde',
  company_author: 'schrijver namens een bedrijf',
  company_admin: 'beheerder namens een bedrijf',
  contribution_signer: 'tekent voor bijdragen',
  staff: 'andere medewerker',
}

/** Every sentence about people and their accounts. */
export const personTexts = {
  deadLink: 'Deze link werkt niet meer. Hij is al gebruikt, of zijn tijd is om.',
  loginDoesNotFit:
    'Dit e-mailadres en wachtwoord passen niet bij elkaar. Probeer het nog eens, of laat ons je een inloglink mailen.',
  tooManyLogins:
    'Dit is te vaak achter elkaar geprobeerd. Wacht een kwartier, of laat ons je een inloglink mailen.',
  linkIsDead: 'Deze link werkt niet meer. Hij is al gebruikt, of zijn tijd is om. Vraag een nieuwe.',
  linkSent:
    'Kijk in je mail. Staat dit adres bij ons bekend, dan ligt er zo een link. Niets gekregen? Kijk bij ongewenste mail, of probeer een ander adres.',

  addressToInvite: 'Vul een e-mailadres in: daar gaat de uitnodiging heen.',
  addressTaken:
    'Dit adres hoort al bij iemand anders. Is het dezelfde persoon? Voeg de twee accounts dan samen.',
  addressUnconfirmed:
    'Dit adres is nog niet bevestigd. De eigenaar kreeg een mail met een link; daarna kan het het hoofdadres worden.',
  addressIsPrimary: 'Dit is het hoofdadres. Maak eerst een ander adres het hoofdadres.',
  lastAdministrator:
    'Dit is de enige beheerder. Maak eerst iemand anders beheerder; anders kan niemand meer bij de instellingen.',
  accountIsClosed: 'Dit account is afgesloten. Open het eerst weer.',
  notYourOwnAccount: 'Dit is je eigen account. Vraag een andere beheerder om het af te sluiten.',
  afterItsEnd: 'Deze dag ligt na de laatste dag van deze baan. Kies een eerdere dag.',
  sameMembership: 'Deze rol staat er in die tijd al bij deze organisatie.',
  importedAlready: 'Deze lijst is al ingelezen.',
  importOutOfDate: 'Er is intussen iets veranderd. Kies het bestand opnieuw; dan kijken we het opnieuw na.',
}
