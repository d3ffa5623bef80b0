import { type Kysely, sql } from 'kysely'

/** Who checked in by themselves at a meeting, with the rotating code of that meeting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter type attendance_way add value 'check_in';

    -- What the codes of a meeting come from. Made when first needed; only the trainer's device gets to know it.
    create table check_in_secret (
      meeting_id bigint primary key references meeting on delete cascade,
      secret bytea not null constraint check_in_secret_length check (octet_length(secret) = 32),
      created_at timestamptz not null default now()
    );

    -- accepted: recorded as present. to_confirm: came too late after its code, or a trainer had recorded otherwise; no
    -- attendance until a trainer says so. confirmed, refused: what the trainer said.
    create type check_in_state as enum ('accepted', 'to_confirm', 'confirmed', 'refused');

    create table check_in (
      meeting_id bigint not null references meeting on delete cascade,
      enrolment_id bigint not null references enrolment on delete cascade,
      state check_in_state not null,
      -- Known by a login, or by the personal link.
      way text not null constraint check_in_way check (way in ('login', 'link')),
      -- The moment of the code: what it says of being late is said by this, never by a telephone's clock.
      code_at timestamptz not null,
      received_at timestamptz not null,
      minutes_late smallint not null constraint check_in_minutes check (minutes_late >= 0),
      -- A fingerprint of the browser; forgotten some time after the meeting.
      device text,
      decided_by bigint references person,
      decided_at timestamptz,
      primary key (meeting_id, enrolment_id)
    );
    create index check_in_enrolment on check_in (enrolment_id);

    -- Whatever a trainer records about somebody answers the check-in of theirs that was waiting for it.
    create function settle_check_in() returns trigger language plpgsql as $$
    begin
      update check_in set
        state = case when fact.to_state = 'present' then 'confirmed' else 'refused' end::check_in_state,
        decided_by = fact.recorded_by, decided_at = fact.recorded_at
      from fact
      where check_in.meeting_id = fact.meeting_id and check_in.enrolment_id = fact.enrolment_id
        and check_in.state = 'to_confirm' and fact.way::text <> 'check_in';
      return null;
    end $$;
    create trigger attendance_change_settles after insert on attendance_change
      referencing new table as fact for each statement execute function settle_check_in();
  `.execute(db)
}
