import { randomUUID } from 'node:crypto'
import { type AppLoadContext, createCookie } from '@remix-run/node'
import { can } from '#app/access/abilities.ts'
import { currentActor } from '#app/access/require-actor.server.ts'
import type { Who } from '#app/features/check-in/check-in.server.ts'
import { findParticipant, type Participant } from '#app/features/check-in/check-in-queries.server.ts'
import { enrolmentOfPass } from '#app/features/enrolment/check-in-link.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { database } from '#db/client.server.ts'

const day = 24 * 60 * 60

const cookie = (name: string, maxAge: number) =>
  createCookie(name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/inchecken',
    maxAge,
    secure: environment().baseUrl.startsWith('https:'),
  })
/** By which a browser is known again; of what it says, only a fingerprint is kept. */
const deviceCookie = () => cookie('toestel', 365 * day)
/** The personal link that was opened in this browser, so that the code on the screen can be scanned after it. */
const passCookie = () => cookie('inchecken', 3 * day)

type Args = { request: Request; context: AppLoadContext }

async function read(args: Args, which: ReturnType<typeof cookie>): Promise<string | null> {
  const value: unknown = await which.parse(args.request.headers.get('Cookie'))
  return typeof value === 'string' && value.length <= 100 ? value : null
}

export const deviceOf = (args: Args): Promise<string | null> => read(args, deviceCookie())

/** The browser's own mark, and the cookie that gives it one where it has none. */
export async function markDevice(args: Args): Promise<{ device: string; headers: Headers }> {
  const headers = new Headers()
  const known = await deviceOf(args)
  const device = known ?? randomUUID()
  if (!known) headers.append('Set-Cookie', await deviceCookie().serialize(device))
  return { device, headers }
}

export const rememberPass = (pass: string): Promise<string> => passCookie().serialize(pass)

export type Known = { participant: Participant; by: Who['by'] }

/**
 * Who of an edition's participants this request comes from: by its login, or else by the personal link that was opened in
 * this browser before. With `as`: only when it is that one, by either.
 */
export async function whoIs(args: Args, editionId: number, as?: number): Promise<Known | undefined> {
  const asked = ({ participant }: Known) => as === undefined || participant.enrolmentId === as
  const byLogin = await knownByLogin(args, editionId)
  if (byLogin && asked(byLogin)) return byLogin
  const byLink = await knownByLink(args, editionId)
  return byLink && asked(byLink) ? byLink : undefined
}

async function knownByLogin(args: Args, editionId: number): Promise<Known | undefined> {
  const actor = await currentActor(args)
  const participant = actor && (await findParticipant(database(), { personId: actor.personId, editionId }))
  const may = actor && participant && can(actor, 'attendance.check-in', participant)
  return may ? { participant, by: 'login' } : undefined
}

async function knownByLink(args: Args, editionId: number): Promise<Known | undefined> {
  const enrolmentId = enrolmentOfPass((await read(args, passCookie())) ?? '')
  const participant = enrolmentId ? await findParticipant(database(), { enrolmentId }) : undefined
  return participant?.editionId === editionId ? { participant, by: 'link' } : undefined
}
