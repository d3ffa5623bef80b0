import { type Kysely, sql } from 'kysely'

/** What companies and partners bring: lines that wait for a signature, the monthly links, and what an hour is worth. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What an hour is worth from a day on. A line keeps the rate it was valued at.
    create table contribution_rate (
      id bigint generated always as identity primary key,
      valid_from date not null constraint contribution_rate_once unique,
      cents_per_hour integer not null constraint contribution_rate_amount check (cents_per_hour between 1 and 100000),
      note text not null default '',
      entered_by bigint references person,
      entered_at timestamptz not null default now()
    );

    -- Whom the monthly link goes to where nobody of the organisation has an account that may sign.
    create table contribution_contact (
      organisation_id bigint primary key references organisation,
      name text not null,
      email text not null,
      entered_by bigint references person,
      entered_at timestamptz not null default now()
    );

    -- One a month and organisation: the mailed links of that month lead to it.
    create table contribution_request (
      id bigint generated always as identity primary key,
      organisation_id bigint not null references organisation,
      month date not null constraint contribution_request_month check (extract(day from month) = 1),
      -- Lines of days after this one are not asked for yet.
      until_day date not null,
      created_at timestamptz not null default now(),
      sent_at timestamptz not null default now(),
      times_sent integer not null default 1,
      -- Up to when the answers were confirmed by mail.
      confirmed_at timestamptz,
      constraint contribution_request_once unique (organisation_id, month)
    );

    create table contribution (
      id bigint generated always as identity primary key,
      -- The first line of what this one corrects; its own id where it corrects nothing. Filled by a trigger.
      chain_id bigint not null,
      replaces_id bigint references contribution,
      organisation_id bigint not null references organisation,
      project_number smallint not null references project,
      -- Where it comes from, such as meeting 12, and in words as they were then.
      source_kind text not null constraint contribution_source_kind check (source_kind ~ '^[a-z_]+$'),
      source_id bigint not null,
      source_words text not null,
      -- What it is about there ('trainer:7', 'room:3', the key of a form): entered twice is there once.
      entry_key text not null,
      kind text not null constraint contribution_kind check (kind in ('hours', 'facility', 'material', 'cash')),
      what text not null,
      day date not null,
      minutes integer constraint contribution_minutes check (minutes between 1 and 600000),
      cents_per_hour integer,
      cents integer not null constraint contribution_cents check (cents between 1 and 100000000),
      evidence text not null default '',
      evidence_file_id bigint references stored_file,
      state text not null default 'waits_for_signature' constraint contribution_state
        check (state in ('waits_for_signature', 'signed', 'refused', 'corrected', 'withdrawn')),
      -- The company's own number, given by its link: counts once a coordinator took it over.
      by_company boolean not null default false,
      -- Null where the company itself gave the number.
      recorded_by bigint references person,
      recorded_at timestamptz not null default now(),
      -- Why it must be looked at before it is asked: its meeting was moved or called off.
      to_check text,
      request_id bigint references contribution_request,
      answered_at timestamptz,
      signer_name text,
      signer_role text,
      -- The text that was read, and its sha256.
      read_text text,
      read_hash text,
      refused_reason text,
      withdrawn_at timestamptz,
      withdrawn_by bigint references person,
      withdrawn_reason text,
      settled_at timestamptz,
      settled_by bigint references person,
      settled_note text,
      constraint contribution_value check (case when kind = 'hours'
        then minutes is not null and cents_per_hour is not null and cents = round(minutes * cents_per_hour / 60.0)
        else minutes is null and cents_per_hour is null end),
      constraint contribution_answer check ((state in ('signed', 'refused', 'corrected')) =
        (num_nonnulls(request_id, answered_at, read_text, read_hash) = 4)
        and (state in ('signed', 'refused', 'corrected')) = (answered_at is not null)),
      constraint contribution_refused_with_reason check ((state = 'refused') = (refused_reason is not null)),
      constraint contribution_withdrawn_with_moment check ((state = 'withdrawn') = (withdrawn_at is not null))
    );
    create unique index contribution_entered_once on contribution (source_kind, source_id, entry_key)
      where state <> 'withdrawn';
    create unique index contribution_replaced_once on contribution (replaces_id) where state <> 'withdrawn';
    create index contribution_chain on contribution (chain_id, id);
    create index contribution_organisation on contribution (organisation_id, state, day);
    create index contribution_source on contribution (source_kind, source_id);
    create index contribution_day on contribution (day desc, id desc);
    create index contribution_project on contribution (project_number, day);

    create function fill_contribution_chain() returns trigger language plpgsql as $$
    begin
      new.chain_id := coalesce((select chain_id from contribution where id = new.replaces_id), new.id);
      return new;
    end $$;
    create trigger contribution_fill_chain before insert on contribution
      for each row execute function fill_contribution_chain();

    -- What was answered does not change: it is settled, and after its term the signer's name is wiped. Before that a
    -- line only takes its answer, is withdrawn, or follows its meeting.
    create function keep_contribution() returns trigger language plpgsql as $$
    declare
      may text[];
    begin
      if tg_op = 'DELETE' then
        raise exception 'a contribution is withdrawn, never deleted' using errcode = 'restrict_violation';
      end if;
      if old.state = 'waits_for_signature' then
        may := '{state,to_check,day,source_words,request_id,answered_at,signer_name,signer_role,read_text,read_hash,
          refused_reason,withdrawn_at,withdrawn_by,withdrawn_reason,settled_at,settled_by,settled_note}';
      else
        may := '{settled_at,settled_by,settled_note,signer_name,signer_role}';
        if new.signer_name is distinct from old.signer_name and new.signer_name is not null
           or new.signer_role is distinct from old.signer_role and new.signer_role is not null
           or old.settled_at is not null and new.settled_at is distinct from old.settled_at then
          raise exception 'what was answered does not change' using errcode = 'restrict_violation';
        end if;
      end if;
      if to_jsonb(new) - may <> to_jsonb(old) - may then
        raise exception 'what was recorded or signed does not change: a correction is a new line'
          using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger contribution_keep before update or delete on contribution
      for each row execute function keep_contribution();

    -- Whichever way a meeting is moved or called off: what was recorded for it and not signed yet is looked at first.
    create function check_contributions() returns trigger language plpgsql as $$
    begin
      update contribution set to_check = case when new.status = 'cancelled' then 'cancelled' else 'moved' end
        where source_kind = 'meeting' and source_id = new.id and state = 'waits_for_signature';
      return null;
    end $$;
    create trigger meeting_check_contributions
      after update of status, starts_at, ends_at, break_minutes, room_id on meeting for each row
      when ((old.status, old.starts_at, old.ends_at, old.break_minutes, old.room_id)
        is distinct from (new.status, new.starts_at, new.ends_at, new.break_minutes, new.room_id))
      execute function check_contributions();

    -- For figures: every line with whether it counts. What counts was signed by the company, is its own number only
    -- once a coordinator took that over, and was not followed by a correction that counts. Minutes and cents add up.
    create view contribution_value as
      select id, chain_id, organisation_id, project_number, source_kind, source_id, kind, day,
        case when extract(month from day) >= 8 then extract(year from day)
          else extract(year from day) - 1 end::integer as school_year,
        coalesce(minutes, 0) as minutes, cents, state,
        state = 'signed' and (not by_company or settled_at is not null) and not exists (
          select from contribution later
          where later.chain_id = line.chain_id and later.id > line.id and later.state = 'signed'
            and (not later.by_company or later.settled_at is not null)) as counts
      from contribution line;
  `.execute(db)
}
