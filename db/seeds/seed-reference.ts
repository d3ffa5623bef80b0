import type { Db } from '#db/client.server.ts'
import accountability from './data/accountability-defaults.json' with { type: 'json' }
import examModules from './data/exam-modules.json' with { type: 'json' }
import programme from './data/programme.json' with { type: 'json' }
import qualificationTypes from './data/qualification-types.json' with { type: 'json' }
import schoolHolidays from './data/school-holidays.json' with { type: 'json' }
import { moduleQualifications } from './module-qualifications.ts'
import { projectSummaries } from './project-summaries.ts'

type QualificationType = {
  code: string
  title: string
  validityMonths: number | null
  validityBasis: string
  validityNote: string
  remindMonthsBefore: number[]
  registerNumberIsProof?: boolean
  issuedBy?: string
  designation?: string
  confirmEveryMonths?: number
  scope?: string
}

// The lists explain their terms in English; people read them on screen.
const validityNotes: Record<string, string> = {
  'SSVV; the register number is the proof': 'Regeling van SSVV. Het nummer in het register is het bewijs.',
  'three years is customary, the employer decides': 'Drie jaar is gebruikelijk; de werkgever beslist.',
  'no legal term; usually yearly': 'De wet noemt geen termijn; gebruikelijk is elk jaar.',
  'per certificate': 'De termijn staat op het bewijs.',
  'most providers state five years': 'De meeste opleiders houden vijf jaar aan.',
  "valid only with the employer's confirmation every six months":
    'Alleen geldig als de werkgever elke zes maanden bevestigt dat er gelast is.',
  'EU Regulation 2024/573: recertify every seven years; letters replace the old categories; check the national rules before relying on a date':
    'EU-verordening 2024/573: elke zeven jaar opnieuw. Letters vervangen de oude categorieën; kijk de landelijke regels na.',
  'does not expire': 'Verloopt niet.',
  'qualifies for mbo': 'Verloopt niet; maakt bevoegd voor het mbo.',
}

/** From when the first term of a type counts: whatever was ever issued. */
const firstTerm = '1900-01-01'

/**
 * Puts the official lists in the database: exam profiles and modules, qualification types, school holidays,
 * the programme's goals and projects, its funders, what an hour of a company is worth, and what agreements give. What stands there already stays as it is,
 * because a coordinator may have corrected it.
 */
export async function seedReference(db: Db): Promise<void> {
  await seedProgramme(db)
  await seedExamModules(db)
  await seedQualificationTypes(db)
  await seedModuleQualifications(db)
  await seedSchoolHolidays(db)
  await seedContributionRates(db)
  await seedHourEntitlements(db)
}

async function seedProgramme(db: Db): Promise<void> {
  const { goals, projects, funders } = programme
  await db
    .insertInto('goal')
    .values(goals)
    .onConflict((it) => it.doNothing())
    .execute()
  const added = await db
    .insertInto('project')
    .values(projects.map(({ number, title }) => ({ number, title, summary: projectSummaries[number] ?? '' })))
    .onConflict((it) => it.doNothing())
    .returning('number')
    .execute()
  // Only with a new project: which goals it serves is a default that a coordinator can change.
  const isNew = new Set(added.map((project) => project.number))
  const links = projects
    .filter((project) => isNew.has(project.number))
    .flatMap((project) => project.goals.map((goal) => ({ projectNumber: project.number, goalNumber: goal })))
  if (links.length > 0) await db.insertInto('projectGoal').values(links).execute()
  await db
    .insertInto('funder')
    .values(
      funders.map(({ name, kind, ...rest }) => ({ name, kind, abbreviation: rest.abbreviation ?? null })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
}

async function seedExamModules(db: Db): Promise<void> {
  const { profiles } = examModules
  await db
    .insertInto('examProfile')
    .values(
      profiles.map(({ code, prefix, title, technical }, position) => ({
        code,
        prefix,
        title,
        technical,
        position,
      })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
  const modules = profiles.flatMap((profile) => [
    ...profile.modules.map((module) => ({ ...module, profile, kind: 'profile_module' as const })),
    ...profile.electives.map((module) => ({ ...module, profile, kind: 'elective' as const })),
  ])
  await db
    .insertInto('examModule')
    .values(
      modules.map(({ code, title, sloId, profile, kind }) => ({
        code,
        title,
        sloId,
        kind,
        profileCode: profile.code,
      })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
}

async function seedQualificationTypes(db: Db): Promise<void> {
  const types: QualificationType[] = qualificationTypes.types
  await db
    .insertInto('qualificationType')
    .values(
      types.map((type) => ({
        code: type.code,
        title: type.title,
        remindMonthsBefore: type.remindMonthsBefore,
        scopeLabel: type.scope ?? null,
        registerNumberIsProof: type.registerNumberIsProof ?? false,
        issuedBy: type.issuedBy ?? null,
      })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
  await db
    .insertInto('qualificationTerm')
    .values(
      types.map((type) => ({
        typeCode: type.code,
        issuedFrom: firstTerm,
        validityMonths: type.validityMonths,
        validityBasis: type.validityBasis as 'law' | 'scheme' | 'custom' | 'employer',
        validityNote: validityNotes[type.validityNote] ?? type.validityNote,
        confirmEveryMonths: type.confirmEveryMonths ?? null,
        designationNote: type.designation ?? null,
      })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
}

/** Only where nobody chose any yet: what a coordinator took away does not come back. */
async function seedModuleQualifications(db: Db): Promise<void> {
  const known = await db.selectFrom('examModuleQualification').select('moduleCode').limit(1).execute()
  if (known.length > 0) return
  await db
    .insertInto('examModuleQualification')
    .values(
      Object.entries(moduleQualifications).flatMap(([typeCode, codes]) =>
        codes.map((moduleCode) => ({ moduleCode, typeCode })),
      ),
    )
    .execute()
}

async function seedSchoolHolidays(db: Db): Promise<void> {
  const rows = schoolHolidays.holidays.flatMap((table) =>
    table.periods.map(([name, startsOn, endsOn]) => ({
      schoolYear: table.year,
      holidayRegion: table.region as 'noord' | 'midden' | 'zuid',
      name: name as string,
      startsOn: startsOn as string,
      endsOn: endsOn as string,
      confirmed: table.confirmed,
    })),
  )
  await db
    .insertInto('schoolHoliday')
    .values(rows)
    .onConflict((it) => it.doNothing())
    .execute()
}

async function seedContributionRates(db: Db): Promise<void> {
  await db
    .insertInto('contributionRate')
    .values(
      accountability.cofinancing.rates.map(({ validFrom, centsPerHour }) => ({
        validFrom,
        centsPerHour,
        note: 'Landelijke richtlijn voor een uur begeleiding. Kijk na of hij voor deze regeling geldt.',
      })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
}

async function seedHourEntitlements(db: Db): Promise<void> {
  await db
    .insertInto('hourEntitlement')
    .values(
      accountability.hourEntitlements.map(
        ({ agreement, staff, hoursPerYear, validFrom, extraHoursWithPlan }) => ({
          agreement,
          staff: staff as 'teacher' | 'support_staff' | 'primary_process',
          hoursPerYear,
          validFrom,
          note: extraHoursWithPlan
            ? `Met een persoonlijk plan ${extraHoursWithPlan} uur meer. Kijk de actuele cao na.`
            : 'Klokuren, naar rato bij deeltijd. Kijk de actuele cao na.',
        }),
      ),
    )
    .onConflict((it) => it.doNothing())
    .execute()
}
