import { z } from 'zod'
import { emailField } from '#app/platform/fields.server.ts'

/** A password as somebody gives it to log in: exactly as typed, spaces included. */
const givenPassword = z.string({ error: 'Vul je wachtwoord in.' }).max(1000, 'Dit wachtwoord is te lang.')

export const loginForm = z.object({ address: emailField(), password: givenPassword })
