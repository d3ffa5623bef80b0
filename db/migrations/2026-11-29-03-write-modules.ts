import { type Kysely, sql } from 'kysely'

/**
 * Practical modules: what companies write for schools. A module is its versions; one of them is read, at most one other is
 * being written. What was published does not change.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type module_version_status as enum ('draft', 'in_review', 'changes_requested', 'published');
    create type module_licence as enum ('cc_by', 'cc_by_sa', 'cc_by_nc_sa', 'own');

    create table practical_module (
      id bigint generated always as identity primary key,
      slug text not null constraint practical_module_slug unique
        constraint practical_module_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
      organisation_id bigint not null references organisation,
      created_at timestamptz not null default now(),
      -- What everybody reads; null until the first is published.
      published_version_id bigint,
      -- The day on which its company says again whether it still holds.
      review_by date,
      archived_at timestamptz,
      constraint practical_module_reviewed check (published_version_id is null or review_by is not null)
    );
    create index practical_module_organisation on practical_module (organisation_id);
    create index practical_module_published on practical_module (published_version_id);

    -- A tsvector holds no more than a megabyte: of a longer text only the beginning is found.
    create function module_search(title text, summary text, words text)
      returns tsvector language sql immutable parallel safe
      return setweight(to_tsvector('pg_catalog.dutch', plain(coalesce(title, ''))), 'A')
        || setweight(to_tsvector('pg_catalog.dutch', plain(coalesce(summary, ''))), 'B')
        || setweight(to_tsvector('pg_catalog.dutch', plain(left(coalesce(words, ''), 100000))), 'D');

    create table module_version (
      id bigint generated always as identity primary key,
      module_id bigint not null references practical_module,
      number int not null constraint module_version_number check (number >= 1),
      status module_version_status not null default 'draft',
      title text not null constraint module_version_title check (length(title) between 1 and 150),
      summary text not null default '' constraint module_version_summary check (length(summary) <= 600),
      -- The tree of blocks, checked before it is kept, and its words as they are searched.
      document jsonb not null constraint module_version_document check (document ->> 'type' = 'doc'),
      words text not null default '',
      levels text[] not null default '{}' constraint module_version_levels check (levels <@ '{bb,kb,gl}'),
      school_years int[] not null default '{}'
        constraint module_version_school_years check (school_years <@ '{1,2,3,4}'),
      -- Of 50 minutes.
      lessons int constraint module_version_lessons check (lessons between 1 and 60),
      licence module_licence,
      -- Grows with every save, so that two who write do not wipe out each other's work unseen.
      revision int not null default 0,
      begun_by bigint references person,
      begun_at timestamptz not null default now(),
      changed_by bigint references person,
      changed_at timestamptz not null default now(),
      published_at timestamptz,
      search tsvector not null generated always as (module_search(title, summary, words)) stored,
      constraint module_version_once unique (module_id, number),
      constraint module_version_of_module unique (id, module_id),
      constraint module_version_published check ((status = 'published') = (published_at is not null)),
      constraint module_version_complete check (status <> 'published'
        or (summary <> '' and licence is not null and lessons is not null and levels <> '{}'))
    );
    create unique index module_version_open on module_version (module_id) where status <> 'published';
    create index module_version_search on module_version using gin (search);
    create index module_version_words on module_version using gin (plain(title || ' ' || summary) gin_trgm_ops);
    alter table practical_module add constraint practical_module_reads
      foreign key (published_version_id, id) references module_version (id, module_id);

    create table module_version_profile (
      version_id bigint not null references module_version on delete cascade,
      profile_code text not null references exam_profile,
      primary key (version_id, profile_code)
    );
    create index module_version_profile_code on module_version_profile (profile_code);

    -- The exam modules of its learning goals.
    create table module_version_exam_module (
      version_id bigint not null references module_version on delete cascade,
      module_code text not null references exam_module,
      primary key (version_id, module_code)
    );
    create index module_version_exam_module_code on module_version_exam_module (module_code);

    -- A picture as it is shown: drawn anew in a few widths, none larger than what was sent.
    create table module_picture (
      id bigint generated always as identity primary key,
      module_id bigint not null references practical_module,
      created_at timestamptz not null default now(),
      constraint module_picture_of_module unique (id, module_id)
    );
    create index module_picture_module on module_picture (module_id);
    create table module_picture_size (
      picture_id bigint not null references module_picture on delete cascade,
      width int not null,
      height int not null,
      file_id bigint not null references stored_file,
      primary key (picture_id, width)
    );
    create index module_picture_size_file on module_picture_size (file_id);
    create table module_file (
      id bigint generated always as identity primary key,
      module_id bigint not null references practical_module,
      file_id bigint not null references stored_file,
      created_at timestamptz not null default now()
    );
    create index module_file_module on module_file (module_id);
    create index module_file_file on module_file (file_id);

    -- What a version shows: everybody may see the pictures and files of what everybody reads, and no others.
    create table module_version_picture (
      version_id bigint not null references module_version on delete cascade,
      picture_id bigint not null references module_picture,
      primary key (version_id, picture_id)
    );
    create index module_version_picture_picture on module_version_picture (picture_id);
    create table module_version_file (
      version_id bigint not null references module_version on delete cascade,
      module_file_id bigint not null references module_file,
      primary key (version_id, module_file_id)
    );
    create index module_version_file_file on module_version_file (module_file_id);

    create function keep_published_version() returns trigger language plpgsql as $$
    begin
      if old.status = 'published' then
        -- But for a name in its words while somebody is erased; what is found by them follows.
        if tg_op = 'UPDATE' and current_setting('bijblijven.erasing', true) = 'on'
           and to_jsonb(new) - '{title,summary,document,words,search}'::text[]
             = to_jsonb(old) - '{title,summary,document,words,search}'::text[] then
          return new;
        end if;
        raise exception 'a published version does not change: write the next one' using errcode = 'restrict_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
    create trigger keep_published_version before update or delete on module_version
      for each row execute function keep_published_version();

    -- Nor does what it shows, teaches and is for.
    create function keep_published_lists() returns trigger language plpgsql as $$
    begin
      if exists (select from module_version where status = 'published'
          and id in (case tg_op when 'INSERT' then null else old.version_id end,
            case tg_op when 'DELETE' then null else new.version_id end)) then
        raise exception 'a published version does not change: write the next one' using errcode = 'restrict_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
    create trigger keep_published_lists before insert or update or delete on module_version_profile
      for each row execute function keep_published_lists();
    create trigger keep_published_lists before insert or update or delete on module_version_exam_module
      for each row execute function keep_published_lists();
    create trigger keep_published_lists before insert or update or delete on module_version_picture
      for each row execute function keep_published_lists();
    create trigger keep_published_lists before insert or update or delete on module_version_file
      for each row execute function keep_published_lists();

    create trigger announce_change after update of published_version_id, archived_at, slug or delete on practical_module
      for each statement execute function announce_change();
  `.execute(db)
}
