import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { HalfDay } from './half-day.ts'

export type MyInterest = {
  id: number
  title: string
  slug: string
  /** Of the offering: what is no longer published cannot be changed, only taken back. */
  status: string
  people: number
  halfDays: HalfDay[]
  fromDay: string | null
  untilDay: string | null
}
export type MyWish = {
  id: number
  what: string
  state: 'open' | 'linked' | 'closed'
  answer: string | null
  createdAt: Date
  /** The offering that came of it. */
  title: string | null
}
type Row = ({ kind: 'interest' } & MyInterest) | ({ kind: 'wish' } & MyWish)

/** Where somebody stands on a list, and what they reported to miss, without what they took back; the newest first. */
export async function listMyInterest(
  db: Db,
  personId: number,
): Promise<{ interest: MyInterest[]; wishes: MyWish[] }> {
  const { rows } = await sql<Row>`
    (select 'interest' as kind, interest.id, title, slug, offering.status::text, people, half_days, from_day, until_day,
      null as what, null as state, null as answer, interest.created_at
    from interest join offering on offering.id = offering_id
    where person_id = ${personId} and ended_at is null
    order by interest.created_at desc limit 50)
    union all
    (select 'wish', wish.id, title, null, null, null, null, null, null, what, state, answer, wish.created_at
    from wish left join offering on offering.id = offering_id
    where person_id = ${personId} and state <> 'taken_back'
    order by wish.created_at desc limit 20)`.execute(db)
  return {
    interest: rows.filter((row) => row.kind === 'interest'),
    wishes: rows.filter((row) => row.kind === 'wish'),
  }
}
