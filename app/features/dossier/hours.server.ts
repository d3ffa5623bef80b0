import defaults from '#db/seeds/data/accountability-defaults.json' with { type: 'json' }

type Membership = { organisationId: number; agreement: string; staffKind: string; factor: number }

/**
 * The minutes a year for keeping up to date that the collective agreements give, pro rata for part-time work;
 * undefined when no agreement is known. Two roles with one employer are one job: the larger counts.
 * Source: the region's defaults, which name the agreement of each.
 */
export function entitledMinutes(memberships: readonly Membership[]): number | undefined {
  const byEmployer = new Map<number, number>()
  for (const { organisationId, agreement, staffKind, factor } of memberships) {
    const found = defaults.hourEntitlements.find(
      (entitlement) => entitlement.agreement === agreement && entitlement.staff === staffKind,
    )
    if (!found) continue
    const hours = found.hoursPerYear * factor
    byEmployer.set(organisationId, Math.max(hours, byEmployer.get(organisationId) ?? 0))
  }
  if (byEmployer.size === 0) return undefined
  return Math.round([...byEmployer.values()].reduce((sum, hours) => sum + hours, 0) * 60)
}
