import defaults from '#db/seeds/data/accountability-defaults.json' with { type: 'json' }

type Membership = { agreement: string; staffKind: string; factor: number }

/**
 * The minutes a year for keeping up to date that the collective agreements give, pro rata for part-time work;
 * undefined when no agreement is known. Source: the region's defaults, which name the agreement of each.
 */
export function entitledMinutes(memberships: readonly Membership[]): number | undefined {
  const hours = memberships.flatMap(({ agreement, staffKind, factor }) => {
    const found = defaults.hourEntitlements.find(
      (entitlement) => entitlement.agreement === agreement && entitlement.staff === staffKind,
    )
    return found ? [found.hoursPerYear * factor] : []
  })
  return hours.length > 0 ? Math.round(hours.reduce((sum, one) => sum + one, 0) * 60) : undefined
}
