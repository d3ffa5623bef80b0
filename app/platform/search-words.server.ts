import { type RawBuilder, sql } from 'kysely'

/** The words of a search, as the database looks for them. At most eight; signs that mean nothing fall out. */
export function searchWords(search: string): string[] {
  const words = search
    .toLowerCase()
    .split(/[\s,;:()"?!-]+/)
    .map((word) => word.replace(/[%_\\'’‘`]|^\.+|\.+$/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return [...new Set(words)].slice(0, 8)
}

/**
 * `word as (…)` for a `with`: each word as it was typed, its Dutch stem, the stem as a text query, and as a pattern that
 * finds it inside a longer word. Words that say nothing, such as "de", are left out.
 */
export function wordsSought(words: readonly string[]): RawBuilder<unknown> {
  return sql`word as (
      select typed, stem,
        -- The stemmer leaves double consonants: "lassen" becomes lass, "las" stays las. Both are looked for.
        (quote_literal(single) || ' | ' || quote_literal(single || right(single, 1)))::tsquery as query,
        case when length(stem) >= 4 then '%' || stem || '%' else '% ' || stem || ' %' end as pattern
      from (
        select typed, stem, regexp_replace(stem, '([b-df-hj-np-tv-z])\\1$', '\\1') as single
        from (
          select cleaned as typed, (ts_lexize('dutch_stem', cleaned))[1] as stem
          -- Only now: a full-width backslash or per cent is a plain one when it is made plain.
          from (select translate(plain(word), ${"\\%_'"}, '') as cleaned
            from unnest(${sql.val([...words])}::text[]) as word) as plainly
          where cleaned <> ''
        ) as stemmed
        -- Words such as "de" and "voor" have no stem and say nothing.
        where stem is not null
      ) as normalised
    )`
}
