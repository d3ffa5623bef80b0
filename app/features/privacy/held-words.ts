import { stateNames, wayNames } from '#app/features/attendance/attendance-texts.ts'
import { kindNames } from '#app/features/certificates/certificate-texts.ts'
import { activityStates } from '#app/features/dossier/hour-texts.ts'
import { originWords, statusWords } from '#app/features/enrolment/enrolment-texts.ts'
import { halfDays, halfDayWord } from '#app/features/interest/half-day.ts'
import { wishStateWords } from '#app/features/interest/interest-texts.ts'
import { topicWords } from '#app/features/messages/contact-message-texts.ts'
import { regionRoleWords, staffKindWords } from '#app/features/people/membership-texts.ts'
import { roleNames } from '#app/features/people/person-texts.ts'
import { viewedWords } from '#app/features/qualifications/dossier-texts.ts'
import { verificationWords } from '#app/features/qualifications/qualification-texts.ts'
import { howWords } from '#app/features/qualifications/verification-texts.ts'
import type { LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import { journalSubjectWords, journalWords } from '#app/platform/journal-texts.ts'
import { mailKinds } from '#app/platform/mail/mail-kinds.ts'

type Words = Record<string, string>

/** The word of each, where there is a sign beside it. */
const word = (table: Record<string, { word: string }>): Words =>
  Object.fromEntries(Object.entries(table).map(([code, { word }]) => [code, word]))

const purposes: Record<LinkPurpose, string> = {
  login: 'inloggen',
  'reset-password': 'een nieuw wachtwoord kiezen',
  'confirm-address': 'een adres bevestigen',
  invitation: 'een uitnodiging voor een account',
  'confirm-enrolment': 'een inschrijving bevestigen',
  'approve-enrolment': 'een inschrijving goedkeuren',
  'accept-offer': 'een plek aannemen',
  'show-interest': 'belangstelling laten staan',
  'answer-substitution': 'een plek overnemen',
  evaluate: 'een evaluatie invullen',
  'sign-contributions': 'bijdragen ondertekenen',
  'attest-qualification': 'iets bevestigen als werkgever',
}

const codes: Record<string, Words> = {
  'persoon.mailKrijgen': { at_once: 'meteen', digest: 'één keer per dag' },
  'werk.rol': roleNames,
  'werk.soortPersoneel': staffKindWords,
  'werk_dat_je_doorgaf.rol': roleNames,
  'rollen_in_de_regio.rol': regionRoleWords,
  'inschrijvingen.status': word(statusWords),
  'inschrijvingen.door': originWords,
  'vragen_over_je_werk.antwoord': { keep: 'gehouden', hand_over: 'overgedragen', leave: 'afgemeld' },
  'presentie.stand': stateNames,
  'presentie_gewijzigd.van': stateNames,
  'presentie_gewijzigd.naar': stateNames,
  'presentie_gewijzigd.hoe': wayNames,
  'ingecheckt.hoe': { login: 'ingelogd', link: 'met een link uit een mail' },
  'ingecheckt.stand': {
    accepted: 'telt',
    to_confirm: 'wacht op de trainer',
    confirmed: 'bevestigd door de trainer',
    refused: 'niet bevestigd',
  },
  'certificaten.soort': kindNames,
  'bewijzen.controle': word(verificationWords),
  'bewijzen_gecontroleerd.uitkomst': word(verificationWords),
  'bewijzen_gecontroleerd.hoe': howWords,
  'elders_gedaan.stand': word(activityStates),
  'belangstelling.dagdelen': Object.fromEntries(halfDays.map((half) => [half, halfDayWord(half)])),
  'belangstelling.waardoor': { taken_back: 'teruggenomen', place: 'een plek gekregen' },
  'behoeften.stand': word(wishStateWords),
  'behoeften.dagdelen': Object.fromEntries(halfDays.map((half) => [half, halfDayWord(half)])),
  'wie_in_je_dossier_keek.waarnaar': {
    dossier: viewedWords('dossier', null),
    check: viewedWords('check', null),
    scan: viewedWords('scan', null),
  },
  'mails_die_je_niet_wilt.soort': {
    ...Object.fromEntries(Object.entries(mailKinds).map(([kind, { label }]) => [kind, label])),
    digest: 'alles wat je kunt weigeren',
  },
  'links_in_mails.waarvoor': purposes,
  'berichten_aan_ons.onderwerp': topicWords,
  'journaal.wat': journalWords,
  'journaal.waarover': journalSubjectWords,
}

/** A value as its holder reads it: a word for what is kept as a code, everything else as it stands. */
export function inWords(part: string, column: string, value: unknown): unknown {
  const words = codes[`${part}.${column}`]
  if (!words) return value
  return Array.isArray(value) ? value.map((one) => wordOf(words, one)) : wordOf(words, value)
}

const wordOf = (words: Words, value: unknown) => (typeof value === 'string' ? (words[value] ?? value) : value)
