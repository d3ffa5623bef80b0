import { sql } from 'kysely'
import { dayOf } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

export type MeetingSource = {
  id: number
  editionId: number
  editionStatus: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  title: string
  number: number
  count: number
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'cancelled'
  /** Net of breaks. */
  minutes: number
  projectNumber: number
}

/** The facts of a meeting that its contributions rest on. */
export async function findMeetingSource(
  db: Db | Transaction,
  id: number,
): Promise<MeetingSource | undefined> {
  const { rows } = await sql<MeetingSource>`
    select meeting.id, meeting.edition_id, edition.status as edition_status, offering.title, offering.project_number,
      meeting.starts_at, meeting.ends_at, meeting.status,
      (extract(epoch from meeting.ends_at - meeting.starts_at) / 60)::integer - meeting.break_minutes as minutes,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned') as count,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned'
        and (other.starts_at, other.id) <= (meeting.starts_at, meeting.id)) as number
    from meeting
    join edition on edition.id = meeting.edition_id
    join offering on offering.id = edition.offering_id
    where meeting.id = ${id}`.execute(db)
  return rows[0]
}

export type Proposal = {
  entryKey: string
  organisationId: number
  organisation: string
  kind: 'hours' | 'facility'
  what: string
  minutes: number | null
  /** What a hall was worth the last time that was signed for; null where nobody knows yet. */
  cents: number | null
}

/**
 * What the facts of a meeting say was brought, and is not recorded yet: the hours of a trainer who works for a company
 * or partner, and a room at one. Whoever has no trainers of its own, has those of the edition.
 */
export async function listProposals(db: Db | Transaction, meeting: MeetingSource): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    with trainer as (
      select person_id from meeting_trainer where meeting_id = ${meeting.id}
      union all
      select person_id from edition_trainer where edition_id = ${meeting.editionId}
        and not exists (select from meeting_trainer where meeting_id = ${meeting.id})
    ), brought as (
      (select distinct on (person.id) 'trainer:' || person.id as entry_key, organisation.id as organisation_id,
        organisation.name as organisation, 'hours' as kind, 'Les door ' || person.name as what,
        ${meeting.minutes}::integer as minutes, null::integer as cents, 1 as place
      from trainer
      join person on person.id = trainer.person_id
      join membership on membership.person_id = person.id
      join organisation on organisation.id = membership.organisation_id
      where (organisation.is_partner or 'company' = any(organisation.kinds))
        and membership.starts_on <= ${dayOf(meeting.startsAt)}::date
        and coalesce(membership.ends_on, 'infinity') >= ${dayOf(meeting.startsAt)}::date
      order by person.id, 'company' = any(organisation.kinds) desc, membership.role = 'trainer' desc, membership.id)
      union all
      select 'room:' || room.id, organisation.id, organisation.name, 'facility',
        'Ruimte: ' || room.name || ', ' || site.name, null,
        (select cents from contribution earlier
          where earlier.entry_key = 'room:' || room.id and earlier.state = 'signed'
          order by day desc, id desc limit 1), 2
      from meeting
      join room on room.id = meeting.room_id
      join site on site.id = room.site_id
      join organisation on organisation.id = site.organisation_id
      where meeting.id = ${meeting.id} and (organisation.is_partner or 'company' = any(organisation.kinds))
    )
    select entry_key, organisation_id, organisation, kind, what, minutes, cents
    from brought
    where not exists (select from contribution where source_kind = 'meeting' and source_id = ${meeting.id}
      and contribution.entry_key = brought.entry_key and state <> 'withdrawn')
    order by place, entry_key
    limit 50`.execute(db)
  return rows
}
