/** A practical module: teaching material that a company writes. */

export const moduleLevels = ['bb', 'kb', 'gl'] as const
export type ModuleLevel = (typeof moduleLevels)[number]

export const moduleLicences = ['cc_by', 'cc_by_sa', 'cc_by_nc_sa', 'own'] as const
export type ModuleLicence = (typeof moduleLicences)[number]

/** Of one lesson, in minutes; a module says how many of them it takes. */
export const lessonMinutes = 50

/** How long a module holds before its company is asked again, in months. */
export const reviewMonths = 12
