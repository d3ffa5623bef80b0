import { type Kysely, sql } from 'kysely'

/**
 * What participants thought of an edition. Answers have no row of their own: an edition's are counted and sorted in one
 * row, so that neither keys, moments nor the order of rows lead from an answer to a person. See
 * docs/decisions/evaluation.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Part of the completion rule; an edition keeps the rule it was planned with.
    alter table offering add column evaluation_required boolean not null default false;
    alter table edition add column evaluation_required boolean not null default false;

    -- An offering's own questions; without a row the usual ones are asked.
    create table offering_evaluation (
      offering_id bigint primary key references offering on delete cascade,
      -- [{kind: 'scale', text, low, high} | {kind: 'open', text}]
      questions jsonb not null,
      changed_at timestamptz not null default now()
    );

    create table evaluation (
      edition_id bigint primary key references edition on delete cascade,
      -- The questions as they were asked, scales first: what an offering asks later does not change them.
      questions jsonb not null,
      asked_on date not null,
      -- The last day on which one may answer; what came in is shown after it.
      open_until date not null,
      answers integer not null default 0,
      -- For each scale how often 1 to 5 was chosen: [[0,1,0,4,6], …]
      scores jsonb not null default '[]',
      -- For each open question what was written, in alphabetical order: [["…"], …]
      words jsonb not null default '[]',
      constraint evaluation_in_order check (asked_on <= open_until),
      constraint evaluation_answers check (answers >= 0)
    );
    create index evaluation_open on evaluation (open_until);

    -- That somebody answered. Nothing else may stand here: not when, and not what.
    create table evaluation_given (
      enrolment_id bigint primary key references enrolment on delete cascade
    );
  `.execute(db)
}
