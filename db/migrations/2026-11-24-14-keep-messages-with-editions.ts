import { type Kysely, sql } from 'kysely'

/**
 * Mails know their edition and whether they may be left; a person is told a thing once, whatever their address is by
 * then; what a trainer or coordinator writes to an edition is kept, and so is who was rung on the day itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox
      -- What it is about, for the page that shows everything sent around an edition.
      add column edition_id bigint references edition,
      -- What sort of mail it is, when its reader may leave that sort; null for what they have to know.
      add column kind text;

    update outbox set edition_id = enrolment.edition_id from enrolment
      where subject_key ~ '^enrolment:[0-9]+$' and enrolment.id = split_part(subject_key, ':', 2)::bigint;
    update outbox set edition_id = meeting.edition_id from meeting
      where subject_key ~ '^meeting:[0-9]+(:|$)' and meeting.id = split_part(subject_key, ':', 2)::bigint;
    update outbox set edition_id = edition.id from edition
      where subject_key ~ '^edition:[0-9]+$' and edition.id = split_part(subject_key, ':', 2)::bigint;

    -- Who changed their address between two tellings has the same thing twice: it stays, under a name of its own.
    update outbox set subject_key = outbox.subject_key || ':again:' || outbox.id from outbox earlier
      where earlier.reason = outbox.reason and earlier.person_id = outbox.person_id
        and earlier.subject_key = outbox.subject_key and earlier.id < outbox.id;
    create unique index outbox_once_a_person on outbox (reason, person_id, subject_key);
    create index outbox_edition on outbox (edition_id, id desc) where edition_id is not null;

    -- Which sorts of mail somebody left.
    create table mail_optout (
      person_id bigint not null references person on delete cascade,
      kind text not null,
      left_at timestamptz not null default now(),
      primary key (person_id, kind)
    );

    -- What a trainer or coordinator wrote to people of an edition; each gets it as a mail of their own.
    create table edition_message (
      id bigint generated always as identity primary key,
      edition_id bigint not null references edition,
      -- Made with the form: sent once, however often it is pressed.
      form_key uuid not null constraint edition_message_once unique,
      audience text not null constraint edition_message_audience check (audience in ('participants', 'absent', 'waiting')),
      -- Whose absence, for those absent.
      meeting_id bigint references meeting,
      subject text not null,
      body text not null,
      sent_by bigint not null references person,
      sent_at timestamptz not null default now(),
      constraint edition_message_meeting check ((audience = 'absent') = (meeting_id is not null))
    );
    create index edition_message_edition on edition_message (edition_id, id desc);

    -- Who was reached by telephone about a meeting that changed at the last moment.
    create table meeting_call (
      meeting_id bigint not null references meeting on delete cascade,
      enrolment_id bigint not null references enrolment on delete cascade,
      reached_by bigint not null references person,
      reached_at timestamptz not null default now(),
      primary key (meeting_id, enrolment_id)
    );
  `.execute(db)
}
