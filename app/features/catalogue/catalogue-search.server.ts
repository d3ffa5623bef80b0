import { type RawBuilder, sql } from 'kysely'
import { wordsSought } from '#app/platform/search-words.server.ts'

/**
 * The offerings in which every word of a search is found: `(offering_id, rank)`, best first by rank. A word is found
 * by its Dutch stem anywhere in the texts, inside a longer word of title or summary ("pomp" in "warmtepomp"), in an
 * exam module's code or title, in a profile, or in who organises it. `approximate` takes typing errors for it too.
 */
export function matchedOfferings(words: readonly string[], approximate: boolean): RawBuilder<unknown> {
  return sql`
    ${wordsSought(words)},
    -- Only who organises anything, of all the schools and companies there are.
    organiser as materialized (
      select id, ' ' || plain(name || ' ' || town) as words from organisation
      where id in (select organiser_id from offering)
    ),
    found as (
      select word.typed, offering.id as offering_id,
        ts_rank('{0.05, 0.2, 0.4, 1}', offering.search, word.query) as rank
      from word join offering on offering.search @@ word.query
      union all
      select word.typed, offering.id, 0.3 from word
        join offering on plain(offering.title || ' ' || offering.summary) like word.pattern
      union all
      select word.typed, offering_exam_module.offering_id, 0.3 from word
        join exam_module on plain(exam_module.code) like '%' || word.typed || '%'
          or ' ' || plain(exam_module.title) || ' ' like word.pattern
        join offering_exam_module on offering_exam_module.module_code = exam_module.code
      union all
      select word.typed, offering_profile.offering_id, 0.2 from word
        join exam_profile on plain(exam_profile.code) = word.typed
          or ' ' || plain(exam_profile.title) || ' ' like word.pattern
        join offering_profile on offering_profile.profile_code = exam_profile.code
      union all
      select word.typed, offering.id, 0.1 from word
        join organiser on organiser.words like '% ' || word.typed || '%'
        join offering on offering.organiser_id = organiser.id
      ${
        approximate
          ? sql`union all
      select word.typed, offering.id, nearness.score * 0.1 from word cross join offering
        cross join lateral (
          select word_similarity(word.typed, plain(offering.title || ' ' || offering.summary)) as score
        ) as nearness
        where nearness.score >= ${leastSimilarity}`
          : sql``
      }
    ),
    matched as (
      select offering_id, sum(best) as rank
      from (select offering_id, typed, max(rank) as best from found group by offering_id, typed) as by_word
      group by offering_id
      having count(*) >= (select count(*) from word) * ${approximate ? 0.6 : 1}::numeric
      union all
      -- Nothing but such words: nothing is asked.
      select id, 0 from offering where not exists (select from word)
    )`
}

/** Of one word to the nearest in title and summary: low enough for two letters exchanged in a short word. */
const leastSimilarity = 0.4
