import { type Kysely, sql } from 'kysely'

/** What a school teaches, by exam module, and which sorts of papers prove that somebody can do what a module is about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table school_module (
      organisation_id bigint not null references organisation,
      module_code text not null references exam_module,
      chosen_by bigint references person,
      chosen_at timestamptz not null default now(),
      primary key (organisation_id, module_code)
    );
    create index school_module_code on school_module (module_code);

    -- Any one of the sorts of a module is enough.
    create table exam_module_qualification (
      module_code text not null references exam_module,
      type_code text not null references qualification_type,
      primary key (module_code, type_code)
    );
    create index exam_module_qualification_type on exam_module_qualification (type_code);
  `.execute(db)
}
