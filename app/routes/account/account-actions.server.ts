import { redirect } from '@remix-run/node'
import type { Login } from '#app/access/require-actor.server.ts'
import { calendarTexts } from '#app/features/agenda/calendar-texts.ts'
import { renewFeed, stopFeed } from '#app/features/agenda/change-calendar-feed.server.ts'
import {
  addressForm,
  changePasswordForm,
  mailChoiceForm,
  mailKindsForm,
  newAddressForm,
  profileForm,
  sessionForm,
} from '#app/features/people/account-form.ts'
import { addAddress } from '#app/features/people/add-address.server.ts'
import { chooseMailKinds } from '#app/features/people/choose-mail-kinds.server.ts'
import { endEverySession, endOneSession } from '#app/features/people/end-sessions.server.ts'
import { makeAddressPrimary } from '#app/features/people/make-address-primary.server.ts'
import { removeAddress } from '#app/features/people/remove-address.server.ts'
import { changePassword } from '#app/features/people/set-password.server.ts'
import { chooseMail, updateProfile } from '#app/features/people/update-profile.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { type Notice, redirectWithNotice } from '#app/platform/notices.server.ts'
import { database } from '#db/client.server.ts'

const done = (notice: Notice | string) => redirectWithNotice(paths.account(), notice)

const calendarSection = `${paths.account()}#agenda`

/** What the forms of the account page do, by the value of their button or hidden field. */
export const accountActions = {
  profile: ({ actor }: Login, form: FormData) =>
    submit(form, profileForm, async (profile) => {
      await updateProfile(database(), actor, actor, profile)
      return done('Je gegevens zijn opgeslagen.')
    }),

  'add-address': ({ actor }: Login, form: FormData) =>
    submit(form, newAddressForm, async ({ address }) => {
      const mailId = await addAddress(database(), actor, actor, { address })
      return done({ kind: 'info', text: `Kijk in de mail van ${address}: daar staat een link.`, mailId })
    }),

  'make-primary': ({ actor }: Login, form: FormData) =>
    submit(form, addressForm, async (address) => {
      await makeAddressPrimary(database(), actor, actor, address)
      return done('Je mail gaat voortaan naar dit adres.')
    }),

  'remove-address': ({ actor }: Login, form: FormData) =>
    submit(form, addressForm, async (address) => {
      await removeAddress(database(), actor, actor, address)
      return done('Het adres is van je account af.')
    }),

  password: ({ actor, session }: Login, form: FormData) =>
    submit(form, changePasswordForm, async (input) => {
      await changePassword(database(), actor, actor, { ...input, keepIdHash: session.idHash })
      return done('Je nieuwe wachtwoord geldt. Op andere apparaten ben je uitgelogd.')
    }),

  'mail-choice': ({ actor }: Login, form: FormData) =>
    submit(form, mailChoiceForm, async (choice) => {
      await chooseMail(database(), actor, actor, choice)
      return done('Je keuze is opgeslagen.')
    }),

  'mail-kinds': ({ actor }: Login, form: FormData) =>
    submit(form, mailKindsForm, async ({ wanted }) => {
      await chooseMailKinds(database(), actor, actor, wanted)
      return done('Je keuze is opgeslagen.')
    }),

  'renew-feed': async ({ actor }: Login) => {
    const { replaced } = await renewFeed(database(), actor, { personId: actor.personId })
    return redirectWithNotice(calendarSection, replaced ? calendarTexts.renewed : calendarTexts.made)
  },

  'stop-feed': async ({ actor }: Login) => {
    await stopFeed(database(), actor, { personId: actor.personId })
    return redirectWithNotice(calendarSection, calendarTexts.stopped)
  },

  'end-session': ({ actor }: Login, form: FormData) =>
    submit(form, sessionForm, async (session) => {
      await endOneSession(database(), actor, actor, session)
      return done('Daar ben je uitgelogd.')
    }),

  'end-every-session': async ({ actor }: Login) => {
    await endEverySession(database(), actor, actor)
    return redirect(paths.login(), { status: 303 })
  },
}

/** Which form on the page shows what went wrong: the buttons of a list share one. */
export const shownAt = (intent: keyof typeof accountActions): string =>
  intent === 'make-primary' || intent === 'remove-address' ? 'address' : intent
