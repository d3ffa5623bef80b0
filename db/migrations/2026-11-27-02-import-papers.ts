import { type Kysely, sql } from 'kysely'

/** Lists of papers that were read and wait a day to be carried out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table qualification_import (
      id bigint generated always as identity primary key,
      created_by bigint not null references person,
      created_at timestamptz not null default now(),
      file_name text not null,
      rows jsonb not null,
      carried_out_at timestamptz
    );
    create index qualification_import_created on qualification_import (created_at);
  `.execute(db)
}
