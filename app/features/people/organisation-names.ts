/** Finds organisations by what a list calls them: their name, with the town behind it or beside it. */

export type NamedOrganisation = { id: number; name: string; town: string }

export function organisationsByName<Known extends NamedOrganisation>(organisations: readonly Known[]) {
  const known = Map.groupBy(organisations, ({ name }) => bare(name))
  // Two schools of one name are told apart by their town.
  for (const organisation of organisations) {
    known.set(bare(`${organisation.name} ${organisation.town}`), [organisation])
  }
  return {
    /** The one that is meant; undefined when nothing was typed. */
    find(name: string, town = ''): Known | 'unknown' | 'many' | undefined {
      if (!name) return undefined
      const meant = known.get(bare(`${name} ${town}`)) ?? known.get(bare(name)) ?? []
      if (meant.length > 1) return 'many'
      return meant[0] ?? 'unknown'
    },
    /** The one whose name looks most like this, when one does. */
    alike(name: string): Known | undefined {
      const wanted = pairsOf(name)
      const scored = organisations.map((organisation) => ({
        organisation,
        score: Math.max(
          likeness(wanted, pairsOf(organisation.name)),
          likeness(wanted, pairsOf(`${organisation.name} ${organisation.town}`)),
        ),
      }))
      const best = scored.reduce((one, other) => (other.score > one.score ? other : one), {
        organisation: undefined as Known | undefined,
        score: 0.55,
      })
      return best.organisation
    },
  }
}

/** Without capitals, accents, spaces and signs: how names are compared. */
export const bare = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function pairsOf(name: string): Set<string> {
  const letters = bare(name)
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  )
}

/** How many pairs of letters two names share: 1 is all, 0 none. */
function likeness(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}
