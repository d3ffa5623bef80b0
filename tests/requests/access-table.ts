import { randomUUID } from 'node:crypto'
import { findFeedOfPerson } from '#app/features/agenda/calendar-feed-queries.server.ts'
import { findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { checkInLink } from '#app/features/enrolment/check-in-link.server.ts'
import { download, moduleOf } from '#app/features/modules/blocks.ts'
import { paths } from '#app/paths.ts'
import { createLinkToken, type LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import { seal } from '#app/platform/signing.server.ts'
import type { Db } from '#db/client.server.ts'
import { aFileOf, aModule, publish, write } from '#tests/support/modules.ts'

/** Who gets in where, written down by hand. The people are those of the demo region. */

export const roles = [
  'visitor',
  'docent',
  'instructeur',
  'trainer',
  'teamleider',
  'bedrijf',
  'redacteur',
  'coordinator',
  'beheerder',
] as const
export type Role = (typeof roles)[number]

export type Access = {
  /** An address with things in it that exist: of trainer@ and docent@ where it matters. */
  path: (db: Db) => string | Promise<string>
  see: readonly Role[] | 'everyone'
  /** Who may send a form to it, where that differs. */
  send?: readonly Role[] | 'everyone'
  /** What is sent; nonsense unless told. */
  form?: Record<string, string>
  /** Takes something else than a form; who may is tested there. */
  elsewhere?: string
  /** A download rather than a page. */
  file?: boolean
}

const loggedIn = roles.filter((role) => role !== 'visitor')
const coordinators: Role[] = ['coordinator']
const desk: Role[] = ['coordinator', 'beheerder']
const trainers: Role[] = ['trainer', 'coordinator']

const open = (path: string): Access => ({ path: () => path, see: 'everyone' })
const forCoordinators = (path: Access['path']): Access => ({ path, see: coordinators })

const idOf = async (row: Promise<{ id: number } | undefined>) => {
  const found = await row
  if (!found) throw new Error('The demo region has no such row.')
  return found.id
}
const anOffering = (db: Db) => idOf(db.selectFrom('offering').select('id').orderBy('id').executeTakeFirst())
/** A file that hangs on what everybody reads of some module. */
async function aFileOfAModule(db: Db): Promise<number> {
  const module = await aModule(db)
  const { id } = await aFileOf(db, module.id, (await docent(db)).personId)
  await write(db, module.id, module.versionId, moduleOf(download(id)))
  await publish(db, module)
  return id
}
const anOpenEdition = (db: Db) =>
  db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['offering.slug', 'edition.code'])
    .where('edition.status', '=', 'open')
    .where('offering.status', '=', 'published')
    .where('edition.startsAt', 'is not', null)
    .orderBy('edition.id')
    .executeTakeFirstOrThrow()
/** An edition that trainer@ gives. */
const taughtEdition = (db: Db) =>
  idOf(
    db
      .selectFrom('editionTrainer')
      .innerJoin('emailAddress', 'emailAddress.personId', 'editionTrainer.personId')
      .innerJoin('edition', 'edition.id', 'editionTrainer.editionId')
      .select('edition.id')
      .where('emailAddress.address', '=', 'trainer@demo.test')
      .where('edition.status', 'in', ['open', 'going_ahead'])
      .orderBy('edition.startsAt')
      .executeTakeFirst(),
  )
const taughtMeeting = async (db: Db) =>
  idOf(
    db
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', await taughtEdition(db))
      .orderBy('startsAt')
      .executeTakeFirst(),
  )
/** A mail to the whole group of an edition that trainer@ gives. */
const mailOfTaughtEdition = async (db: Db) => {
  const editionId = await taughtEdition(db)
  const { id } = await db
    .insertInto('outbox')
    .values({
      reason: 'meeting.reminder',
      recipient: 'docent@demo.test',
      subjectKey: `test:${randomUUID()}`,
      editionId,
      title: 'Morgen',
      bodyText: 'Morgen ga je ergens heen.',
      bodyHtml: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return paths.sentMail(editionId, id)
}
const docent = async (db: Db) =>
  await db
    .selectFrom('emailAddress')
    .select(['id', 'personId'])
    .where('address', '=', 'docent@demo.test')
    .executeTakeFirstOrThrow()
/** A link as it stands in a mail to docent@, not used yet. Whoever has it may open it. */
const mailed = (
  purpose: LinkPurpose,
  path: (token: string) => string,
  subject?: (db: Db) => Promise<number>,
) =>
  ({
    path: async (db) =>
      path(
        await createLinkToken(db, purpose, {
          personId: (await docent(db)).personId,
          subjectId: await subject?.(db),
          minutes: 10,
        }),
      ),
    see: 'everyone',
  }) satisfies Access
/** What docent@ put in the dossier with a photo, and nobody checked yet. */
const docentsPaper = async (db: Db) =>
  idOf(
    db
      .selectFrom('qualification')
      .select('id')
      .where('personId', '=', (await docent(db)).personId)
      .where('verification', '=', 'unverified')
      .executeTakeFirst(),
  )
/** The school where teamleider@ leads a team. */
const teamleidersSchool = (db: Db) =>
  idOf(
    db
      .selectFrom('membership')
      .innerJoin('emailAddress', 'emailAddress.personId', 'membership.personId')
      .select('membership.organisationId as id')
      .where('emailAddress.address', '=', 'teamleider@demo.test')
      .executeTakeFirst(),
  )
/** What teamleider@ asks of the team. */
const aRuleOfTheTeam = (db: Db) =>
  db.selectFrom('requirement').select('id').where('teamId', 'is not', null).orderBy('id').executeTakeFirst()
/** A list of papers that coordinator@ read and did not carry out. */
const aPaperList = async (db: Db) => {
  const { personId } = await db
    .selectFrom('emailAddress')
    .select('personId')
    .where('address', '=', 'coordinator@demo.test')
    .executeTakeFirstOrThrow()
  const values = { createdBy: personId, fileName: 'lijst.csv', rows: '[]' }
  return idOf(db.insertInto('qualificationImport').values(values).returning('id').executeTakeFirst())
}
/** A meeting of an edition that is still to begin. */
const comingMeeting = (db: Db) =>
  idOf(
    db
      .selectFrom('meeting')
      .innerJoin('edition', 'edition.id', 'meeting.editionId')
      .select('meeting.id')
      .where('edition.status', '=', 'open')
      .where('edition.startsAt', '>', new Date())
      .orderBy('meeting.id')
      .executeTakeFirst(),
  )
const comingEdition = (db: Db) =>
  idOf(
    db
      .selectFrom('edition')
      .select('id')
      .where('status', '=', 'open')
      .where('startsAt', '>', new Date())
      .orderBy('id')
      .executeTakeFirst(),
  )
/** A place of docent@ that was called off: made here, the demo has none. */
async function docentsCancelled(db: Db): Promise<number> {
  const { personId } = await docent(db)
  const row = { editionId: await comingEdition(db), personId, status: 'cancelled' as const }
  return idOf(db.insertInto('enrolment').values(row).returning('id').executeTakeFirst())
}
const aMail = (db: Db) => idOf(db.selectFrom('outbox').select('id').orderBy('id').executeTakeFirst())

const docentsEnrolment = async (db: Db, status: 'confirmed' | 'requested' | 'waitlisted') =>
  idOf(
    db
      .selectFrom('enrolment')
      .select('id')
      .where('personId', '=', (await docent(db)).personId)
      .where('status', '=', status)
      .executeTakeFirst(),
  )

/** What docent@ was asked and has not answered. */
const docentsEvaluation = async (db: Db) =>
  idOf(
    db
      .selectFrom('enrolment')
      .innerJoin('evaluation', 'evaluation.editionId', 'enrolment.editionId')
      .select('enrolment.id')
      .where('personId', '=', (await docent(db)).personId)
      .orderBy('evaluation.openUntil', 'desc')
      .executeTakeFirst(),
  )

const docentsCertificate = async (db: Db) =>
  idOf(
    db
      .selectFrom('certificate')
      .select('id')
      .where('personId', '=', (await docent(db)).personId)
      .orderBy('id')
      .executeTakeFirst(),
  )
const docentsMembership = async (db: Db) =>
  idOf(
    db
      .selectFrom('membership')
      .select('id')
      .where('personId', '=', (await docent(db)).personId)
      .orderBy('id')
      .executeTakeFirst(),
  )
/** A page of the desk about docent@. */
const ofDocent = (under: string, which?: (db: Db) => Promise<number>, end = ''): Access => ({
  path: async (db) => {
    const id = which ? `/${await which(db)}` : ''
    return `${paths.managePerson((await docent(db)).personId)}${under}${id}${end}`
  },
  see: desk,
})
/** An edition of trainer@ with a test of its own. */
const taughtTest = (db: Db) =>
  idOf(
    db
      .selectFrom('editionTrainer')
      .innerJoin('emailAddress', 'emailAddress.personId', 'editionTrainer.personId')
      .innerJoin('edition', 'edition.id', 'editionTrainer.editionId')
      .select('edition.id')
      .where('emailAddress.address', '=', 'trainer@demo.test')
      .where('edition.test', '=', 'organiser')
      .orderBy('edition.startsAt')
      .executeTakeFirst(),
  )
/** A hand-out of a meeting that trainer@ gives and docent@ does not attend. */
const aHandout = async (db: Db) => {
  const known = await db.selectFrom('handout').select('id').executeTakeFirst()
  if (known) return known.id
  const file = await db
    .insertInto('storedFile')
    .values({
      name: 'hand-out.pdf',
      mediaType: 'application/pdf',
      byteSize: 4,
      sha256: '',
      content: Buffer.from('%PDF'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const values = { meetingId: await taughtMeeting(db), title: 'Hand-out', fileId: file.id }
  return idOf(db.insertInto('handout').values(values).returning('id').executeTakeFirst())
}

const aContribution = (db: Db) =>
  db.selectFrom('contribution').select(['id', 'organisationId']).orderBy('id').executeTakeFirstOrThrow()
/** A contribution with a file, at a meeting that trainer@ gives. */
const evidencedContribution = async (db: Db) => {
  const file = await db
    .insertInto('storedFile')
    .values({
      name: 'pakbon.pdf',
      mediaType: 'application/pdf',
      byteSize: 4,
      sha256: '',
      content: Buffer.from('%PDF'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return idOf(
    db
      .insertInto('contribution')
      .values({
        chainId: 0,
        organisationId: (await aContribution(db)).organisationId,
        projectNumber: 6,
        sourceKind: 'meeting',
        sourceId: await taughtMeeting(db),
        sourceWords: 'een bijeenkomst',
        entryKey: `form:${file.id}`,
        kind: 'material',
        what: 'Lasdraad',
        day: '2026-09-01',
        cents: 12_500,
        evidenceFileId: file.id,
      })
      .returning('id')
      .executeTakeFirst(),
  )
}

const aRoom = (db: Db) =>
  db
    .selectFrom('room')
    .innerJoin('site', 'site.id', 'room.siteId')
    .select(['room.id as room', 'site.id as site', 'site.organisationId as organisation'])
    .orderBy('room.id')
    .executeTakeFirstOrThrow()
const aTeam = (db: Db) =>
  db
    .selectFrom('team')
    .select(['id as team', 'organisationId as organisation'])
    .orderBy('id')
    .executeTakeFirstOrThrow()

/** By the pattern of app/routes.ts. */
export const accessTable: Record<string, Access> = {
  '/': open('/'),
  '/programma': open(paths.programme()),
  '/programma/:project': open(paths.project(6)),
  '/contact': open(paths.contact()),
  '/toegankelijkheid': open(paths.accessibility()),
  '/privacy': open(paths.privacy()),
  '/aanbod': open(paths.catalogue()),
  '/aanbod/maand': open(paths.catalogueMonth()),
  '/aanbod/:slug': open(paths.offering('cobots-in-de-les')),
  '/aanbod/agenda.ics': { ...open(paths.catalogueCalendar()), file: true },
  '/praktijkmodules': open(paths.modules()),
  '/praktijkmodules/:slug': open(paths.module('warmtepomp-inregelen')),
  '/praktijkmodules/:slug/leerlingen': open(paths.moduleForPupils('warmtepomp-inregelen')),
  '/praktijkmodules/:slug/werkbank': open(paths.moduleBench('warmtepomp-inregelen', 1)),
  '/praktijkmodules/:slug/kopie.html': {
    ...open(paths.moduleCopy('warmtepomp-inregelen', 'leerlingen')),
    file: true,
  },
  '/pm/:id': {
    path: async (db) =>
      paths.moduleShort(
        await idOf(db.selectFrom('practicalModule').select('id').orderBy('id').executeTakeFirst()),
      ),
    see: 'everyone',
  },
  '/praktijkmodules/beeld/:id/:width.webp': {
    async path(db) {
      const size = await db
        .selectFrom('modulePictureSize')
        .select(['pictureId', 'width'])
        .orderBy('pictureId')
        .executeTakeFirstOrThrow()
      return paths.modulePicture(size.pictureId, size.width)
    },
    see: 'everyone',
    file: true,
  },
  '/praktijkmodules/bestand/:id': {
    path: async (db) => paths.moduleFile(await aFileOfAModule(db)),
    see: 'everyone',
    file: true,
  },
  '/aanbod/:slug/:edition/agenda.ics': {
    path: async (db) => {
      const edition = await anOpenEdition(db)
      return paths.editionCalendar(edition.slug, edition.code)
    },
    see: 'everyone',
    file: true,
  },
  // Whoever has the address may read the calendar behind it.
  '/agenda/:token.ics': {
    path: async (db) => {
      const { personId } = await docent(db)
      await db
        .insertInto('calendarFeed')
        .values({ personId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return new URL((await findFeedOfPerson(db, personId))?.address ?? '').pathname
    },
    see: 'everyone',
    file: true,
  },

  '/*': { path: () => '/bestaat-niet', see: [] },
  '/stijl': open('/stijl'),

  '/inloggen': open(paths.login()),
  '/inloggen/link': open(paths.loginLinkRequest()),
  '/inloggen/:token': mailed('login', paths.loginLink),
  '/uitloggen': { path: paths.logout, see: [], send: 'everyone' },
  '/wachtwoord-vergeten': open(paths.forgotPassword()),
  '/wachtwoord/:token': mailed('reset-password', paths.resetPassword),
  '/uitnodiging/:token': mailed('invitation', paths.invitation),
  '/adres-bevestigen/:token': mailed(
    'confirm-address',
    paths.confirmAddress,
    async (db) => (await docent(db)).id,
  ),
  '/demo/bekijk-als': { path: paths.demoLogin, see: [], send: 'everyone', form: { rol: 'docent' } },
  '/demo/mail/:sealed/:file': {
    path: async (db) => {
      const id = await aMail(db)
      const file = { filename: 'lassen.ics', contentType: 'text/calendar', content: 'x' }
      await db
        .updateTable('outbox')
        .set({ attachments: JSON.stringify([file]) })
        .where('id', '=', id)
        .execute()
      return `/demo/mail/${seal('demo-mail', String(id))}/1`
    },
    see: 'everyone',
    file: true,
  },
  '/demo/mail/:sealed': {
    path: async (db) => `/demo/mail/${seal('demo-mail', String(await aMail(db)))}`,
    see: 'everyone',
  },

  '/aanbod/:slug/:edition/inschrijven': {
    path: async (db) => {
      const { slug, code } = await db
        .selectFrom('edition')
        .innerJoin('offering', 'offering.id', 'edition.offeringId')
        .select(['offering.slug', 'edition.code'])
        .where('edition.status', '=', 'open')
        .where('edition.startsAt', '>', new Date())
        .orderBy('edition.id')
        .executeTakeFirstOrThrow()
      return paths.enrol(slug, code)
    },
    see: 'everyone',
  },
  '/inschrijving-bevestigen/:token': mailed('confirm-enrolment', paths.confirmEnrolment, (db) =>
    docentsEnrolment(db, 'confirmed'),
  ),

  '/inchecken': open(paths.checkIn()),
  '/inchecken/ik/:pass': {
    path: async (db) => checkInLink(await docentsEnrolment(db, 'confirmed')),
    see: 'everyone',
  },
  // Who is not on the list gets a sentence.
  '/inchecken/:meeting': { path: async (db) => paths.checkInAt(await taughtMeeting(db)), see: 'everyone' },
  '/inchecken/:meeting/code': {
    path: async (db) => paths.keptCheckIn(await taughtMeeting(db)),
    see: [],
    elsewhere: 'tests/requests/check-in.test.ts',
  },
  '/evaluatie/:token': mailed('evaluate', paths.evaluate, docentsEvaluation),
  '/mijn/evaluaties/:id': {
    path: async (db) => paths.myEvaluation(await docentsEvaluation(db)),
    see: ['docent'],
  },
  '/lesgeven/uitvoeringen/:id/evaluatie': {
    path: async (db) => paths.taughtEvaluation(await taughtEdition(db)),
    see: trainers,
  },
  '/beheer/uitvoeringen/:id/evaluatie': forCoordinators(async (db) =>
    paths.editionEvaluation(await taughtEdition(db)),
  ),
  '/beheer/aanbod/:id/evaluatie': forCoordinators(async (db) =>
    paths.evaluationQuestions(await anOffering(db)),
  ),
  '/beheer/aanbod/:id/evaluaties': forCoordinators(async (db) =>
    paths.offeringEvaluations(await anOffering(db)),
  ),
  '/beheer/aanbod/:id/evaluaties/:file': {
    path: async (db) => paths.evaluationExport(await anOffering(db), 'csv'),
    see: coordinators,
    file: true,
  },

  '/mijn': { path: paths.mine, see: loggedIn },
  '/mail-afmelden/:sealed': {
    path: async (db) => paths.leaveMail(seal('leave-mail', `${(await docent(db)).personId}.reminders`)),
    see: 'everyone',
  },
  '/mijn/account': { path: paths.account, see: loggedIn },
  '/mijn/account/wissen': { path: paths.askErasure, see: loggedIn },
  '/mijn/account/school': { path: () => '/mijn/account/school', see: loggedIn },

  '/aanbod/:slug/belangstelling': {
    path: () => paths.interest('cobots-in-de-les'),
    see: 'everyone',
    send: loggedIn,
  },
  '/belangstelling/:token': mailed('show-interest', paths.interestAgain, docentsCancelled),
  '/behoefte': { path: paths.reportWish, see: loggedIn },
  '/mijn/belangstelling': { path: paths.takeBackInterest, see: loggedIn },
  '/team/inschrijven': { path: paths.chooseForTeam, see: ['teamleider', 'coordinator'], send: [] },
  '/team/inschrijven/:id': {
    path: async (db) => paths.enrolTeam(await comingEdition(db)),
    see: ['teamleider'],
    send: ['teamleider', 'coordinator'],
  },
  '/beheer/mensen/bewijzen': forCoordinators(paths.importPapers),
  '/beheer/mensen/bewijzen/voorbeeld/:file': {
    path: () => paths.papersSample('csv'),
    see: coordinators,
    file: true,
  },
  '/beheer/mensen/bewijzen/:id': forCoordinators(async (db) => paths.checkedPapers(await aPaperList(db))),
  '/beheer/urenrecht': forCoordinators(paths.hourEntitlements),
  '/beheer/verloop': { ...forCoordinators(paths.radar), send: [] },
  '/beheer/verloop/:code': forCoordinators(() => '/beheer/verloop/BHV'),
  '/beheer/bewijssoorten': { ...forCoordinators(paths.manageTypes), send: [] },
  '/beheer/bewijssoorten/nieuw': forCoordinators(paths.newType),
  '/beheer/bewijssoorten/:code': forCoordinators(() => paths.manageType('BHV')),
  '/beheer/bewijssoorten/:code/termijn': forCoordinators(() => paths.changeTerm('BHV')),
  '/beheer/belangstelling': forCoordinators(paths.manageInterest),
  '/beheer/belangstelling/aanbod/:id': forCoordinators(async (db) =>
    paths.manageOfferingInterest(await anOffering(db)),
  ),
  '/beheer/belangstelling/behoefte/:id': forCoordinators(async (db) =>
    paths.manageWish(await idOf(db.selectFrom('wish').select('id').orderBy('id').executeTakeFirst())),
  ),
  '/team': { path: () => paths.team(), see: ['teamleider', 'coordinator'] },
  '/team/eisen': { path: () => paths.requirements(), see: ['teamleider', 'coordinator'], send: [] },
  '/team/eisen/nieuw': { path: () => paths.newRequirement(), see: ['teamleider', 'coordinator'] },
  '/team/eisen/:id': {
    path: async (db) => paths.requirement(await idOf(aRuleOfTheTeam(db))),
    see: ['teamleider', 'coordinator'],
  },
  '/team/groepen/nieuw': {
    // A coordinator makes one for a school, which the address then names.
    path: () => paths.newGroup(),
    see: ['teamleider'],
  },
  '/team/groepen/:id': {
    path: async (db) =>
      paths.group(await idOf(db.selectFrom('peopleGroup').select('id').orderBy('id').executeTakeFirst())),
    see: ['teamleider', 'coordinator'],
  },
  '/mijn/uren': { path: () => paths.myHours(), see: loggedIn },
  '/mijn/uren/nieuw': { path: paths.addActivity, see: loggedIn },
  '/mijn/uren/urenkaart.pdf': { path: () => '/mijn/uren/urenkaart.pdf', see: loggedIn, file: true },
  '/mijn/uren/urenkaart.csv': { path: () => '/mijn/uren/urenkaart.csv', see: loggedIn, file: true },
  '/mijn/uren/:id/bestand': {
    path: async (db) =>
      paths.activityFile(
        await idOf(
          db
            .selectFrom('outsideActivity')
            .select('id')
            .where('personId', '=', (await docent(db)).personId)
            .where('fileId', 'is not', null)
            .where('state', '=', 'requested')
            .executeTakeFirst(),
        ),
      ),
    see: ['docent', 'teamleider', 'coordinator'],
    file: true,
  },
  '/team/elders': { path: paths.recogniseActivities, see: ['teamleider', 'coordinator'] },
  '/mijn/dossier': { path: paths.myDossier, see: loggedIn, send: [] },
  '/mijn/dossier/dossier.pdf': { path: paths.myDossierPdf, see: loggedIn, file: true },
  '/mijn/gegevens.zip': { path: paths.myData, see: loggedIn, file: true },
  '/mijn/dossier/nieuw': { path: () => paths.addPaper(), see: loggedIn },
  '/mijn/dossier/:id': { path: async (db) => paths.myPaper(await docentsPaper(db)), see: ['docent'] },
  '/mijn/dossier/:id/wijzigen': {
    path: async (db) => paths.correctPaper(await docentsPaper(db)),
    see: ['docent'],
  },
  '/mijn/dossier/:id/weghalen': {
    path: async (db) => paths.removePaper(await docentsPaper(db)),
    see: ['docent'],
  },
  '/mijn/dossier/:id/bestand': {
    path: async (db) => paths.myScan(await docentsPaper(db)),
    see: ['docent'],
    file: true,
  },
  '/team/controleren': { path: () => paths.verifyPapers(), see: ['teamleider', 'coordinator'] },
  '/team/controleren/:id/bestand': {
    path: async (db) => paths.scanToVerify(await docentsPaper(db)),
    see: ['docent', 'teamleider', 'coordinator'],
    file: true,
  },
  '/team/mensen/:id': {
    path: async (db) => paths.teamDossier((await docent(db)).personId),
    see: ['teamleider', 'coordinator'],
  },
  '/verklaren/:token': mailed('attest-qualification', paths.attest, docentsPaper),
  '/goedkeuren/:token': mailed('approve-enrolment', paths.approveEnrolment, (db) =>
    docentsEnrolment(db, 'requested'),
  ),
  '/plek-aannemen/:token': mailed('accept-offer', paths.acceptOffer, (db) =>
    docentsEnrolment(db, 'waitlisted'),
  ),
  '/vervangen/:token': mailed('answer-substitution', paths.answerSubstitution, (db) =>
    idOf(db.selectFrom('substitution').select('id').orderBy('id', 'desc').executeTakeFirst()),
  ),
  '/mijn/inschrijvingen/:id': {
    path: async (db) => paths.myEnrolment(await docentsEnrolment(db, 'confirmed')),
    // Their lead may look, and change nothing.
    see: ['docent', 'teamleider', 'coordinator'],
    send: ['docent', 'coordinator'],
  },
  '/mijn/inschrijvingen/:id/agenda.ics': {
    path: async (db) => paths.myEnrolmentCalendar(await docentsEnrolment(db, 'confirmed')),
    see: ['docent'],
    file: true,
  },
  '/mijn/certificaten/:id.pdf': {
    path: async (db) => paths.myCertificatePdf(await docentsCertificate(db)),
    see: ['docent', 'coordinator'],
    file: true,
  },
  '/mijn/certificaten/:id/:badge': {
    path: async (db) => paths.myBadge(await docentsCertificate(db), 'json'),
    see: ['docent', 'coordinator'],
    file: true,
  },
  '/.well-known/did.json': { ...open('/.well-known/did.json'), file: true },
  '/.well-known/jwks.json': { ...open('/.well-known/jwks.json'), file: true },
  '/badges/status/:list': {
    path: async (db) => {
      // Something must have been signed before there is a list.
      const certificate = await findCertificate(db, await docentsCertificate(db))
      if (certificate) await signedCredential(db, certificate)
      return '/badges/status/1'
    },
    see: 'everyone',
    file: true,
  },
  '/mijn/hand-outs/:id': {
    path: async (db) => paths.myHandout(await aHandout(db)),
    see: trainers,
    file: true,
  },
  '/controleren': { path: paths.checkCredential, see: 'everyone' },
  '/certificaten/:code': {
    path: async (db) =>
      paths.certificateCheck(
        (await db.selectFrom('certificate').select('code').orderBy('id').executeTakeFirstOrThrow()).code,
      ),
    see: 'everyone',
  },

  '/lesgeven': { path: paths.teaching, see: trainers },
  '/lesgeven/uitvoeringen/:id': {
    path: async (db) => paths.teachingEdition(await taughtEdition(db)),
    see: trainers,
  },
  '/lesgeven/uitvoeringen/:id/afronden': {
    path: async (db) => paths.closeEdition(await taughtEdition(db)),
    see: trainers,
    form: { act: 'close' },
  },
  '/lesgeven/uitvoeringen/:id/toets': {
    path: async (db) => paths.testResults(await taughtTest(db)),
    see: trainers,
  },

  '/school': { path: paths.schools, see: coordinators },
  '/school/:id': forCoordinators(async (db) => paths.school((await aTeam(db)).organisation)),
  '/school/:id/dekking': {
    path: async (db) => paths.coverage(await teamleidersSchool(db)),
    see: ['teamleider', 'coordinator'],
    send: [],
  },
  '/school/:id/dekking/blad': {
    path: async (db) => paths.coverageSheet(await teamleidersSchool(db)),
    see: ['teamleider', 'coordinator'],
    send: [],
  },
  '/school/:id/examenmodules': {
    path: async (db) => paths.taughtModules(await teamleidersSchool(db)),
    see: ['teamleider', 'coordinator'],
  },
  '/beheer/dekking': forCoordinators(() => paths.regionCoverage()),

  '/beheer': { path: paths.desk, see: desk },
  '/beheer/cijfers': forCoordinators(paths.figures),
  '/beheer/cijfers/:measure': forCoordinators(() => paths.figureRows('mensen')),
  '/beheer/cijfers/export/:file': {
    path: () => paths.figuresFile('cijfers', 'csv'),
    see: coordinators,
    file: true,
  },
  '/beheer/certificaten': forCoordinators(paths.manageCertificates),
  '/beheer/certificaten/:id': forCoordinators(async (db) =>
    paths.manageCertificate(await docentsCertificate(db)),
  ),
  '/beheer/bijdragen': forCoordinators(paths.manageContributions),
  '/beheer/bijdragen/tarieven': forCoordinators(paths.contributionRates),
  '/beheer/bijdragen/organisaties': forCoordinators(paths.contributionSigners),
  '/beheer/bijdragen/organisaties/:id': forCoordinators(async (db) =>
    paths.contributionSigner((await aContribution(db)).organisationId),
  ),
  '/beheer/bijdragen/:id': forCoordinators(async (db) =>
    paths.manageContribution((await aContribution(db)).id),
  ),
  '/beheer/export': forCoordinators(paths.exports),
  '/beheer/export/:file': {
    path: () => paths.exportList('mensen', 'csv'),
    see: coordinators,
    file: true,
  },
  '/beheer/organisaties': forCoordinators(paths.manageOrganisations),
  '/beheer/organisaties/nieuw': forCoordinators(paths.newOrganisation),
  '/beheer/organisaties/suggesties/:id': forCoordinators(async (db) =>
    paths.linkSuggestion(
      await idOf(
        db
          .selectFrom('organisationSuggestion')
          .select('id')
          .where('handledAt', 'is', null)
          .executeTakeFirst(),
      ),
    ),
  ),
  '/beheer/organisaties/:id': forCoordinators(async (db) =>
    paths.manageOrganisation((await aRoom(db)).organisation),
  ),
  '/beheer/organisaties/:id/wijzigen': forCoordinators(async (db) =>
    paths.changeOrganisation((await aRoom(db)).organisation),
  ),
  '/beheer/organisaties/:id/locatie': forCoordinators(async (db) =>
    paths.addSite((await aRoom(db)).organisation),
  ),
  '/beheer/organisaties/:id/locaties/:site': forCoordinators(async (db) => {
    const { organisation, site } = await aRoom(db)
    return paths.manageSite(organisation, site)
  }),
  '/beheer/organisaties/:id/lokalen/:room': forCoordinators(async (db) => {
    const { organisation, room } = await aRoom(db)
    return paths.renameRoom(organisation, room)
  }),
  '/beheer/organisaties/:id/lokalen/:room/agenda': forCoordinators(async (db) => {
    const { organisation, room } = await aRoom(db)
    return paths.roomCalendar(organisation, room)
  }),
  '/beheer/organisaties/:id/team': forCoordinators(async (db) =>
    paths.addTeam((await aTeam(db)).organisation),
  ),
  '/beheer/organisaties/:id/teams/:team': forCoordinators(async (db) => {
    const { organisation, team } = await aTeam(db)
    return paths.manageTeam(organisation, team)
  }),
  '/beheer/mensen': { path: paths.managePeople, see: desk },
  '/beheer/mensen/importeren': forCoordinators(paths.importPeople),
  '/beheer/mensen/importeren/voorbeeld.csv': { path: paths.importSample, see: coordinators, file: true },
  // Only who read a list in sees it, so here it exists for nobody.
  '/beheer/mensen/importeren/:id': { path: () => paths.checkedImport(1), see: [], send: coordinators },
  '/beheer/historie': forCoordinators(paths.history),
  '/beheer/historie/voorbeeld/:file': {
    path: () => paths.historySample('csv'),
    see: coordinators,
    file: true,
  },
  '/beheer/historie/:id': forCoordinators(async (db) =>
    paths.historyImport(
      await idOf(db.selectFrom('historyImport').select('id').orderBy('id').executeTakeFirst()),
    ),
  ),
  '/beheer/mensen/samenvoegen': forCoordinators(paths.mergePeople),
  '/beheer/mensen/nieuw': { path: paths.newPerson, see: desk },
  '/beheer/mensen/:id': ofDocent(''),
  '/beheer/mensen/:id/adres': ofDocent('/adres'),
  '/beheer/mensen/:id/bewijs': { ...ofDocent('/bewijs'), see: coordinators },
  '/beheer/mensen/:id/bewijs/:qualification': {
    path: async (db) => {
      const { id, personId } = await db
        .selectFrom('qualification')
        .select(['id', 'personId'])
        .orderBy('id')
        .executeTakeFirstOrThrow()
      return `${paths.managePerson(personId)}/bewijs/${id}`
    },
    see: coordinators,
  },
  '/beheer/mensen/:id/gegevens': ofDocent('/gegevens'),
  '/beheer/mensen/:id/rollen': { ...ofDocent('/rollen'), see: ['beheerder'] },
  '/beheer/mensen/:id/wissen': ofDocent('/wissen'),
  '/beheer/mensen/:id/werk': ofDocent('/werk'),
  '/beheer/mensen/:id/werk/:membership': ofDocent('/werk', docentsMembership),
  '/beheer/mensen/:id/werk/:membership/stoppen': ofDocent('/werk', docentsMembership, '/stoppen'),
  '/beheer/programma': forCoordinators(paths.manageProgramme),
  '/beheer/vakanties': forCoordinators(paths.manageHolidays),
  '/beheer/berichten': forCoordinators(paths.contactMessages),
  '/beheer/geweigerde-mails': { path: paths.refusedMails, see: desk },
  '/beheer/postvak': { path: paths.mailbox, see: ['beheerder'] },
  '/beheer/postvak/:id': { path: async (db) => paths.mailboxMail(await aMail(db)), see: ['beheerder'] },
  '/beheer/bewaartermijnen': { path: paths.retention, see: ['beheerder'] },
  '/beheer/journaal': { path: paths.journal, see: desk },
  '/beheer/aanbod': forCoordinators(paths.manageOfferings),
  '/beheer/aanbod/nieuw': forCoordinators(paths.newOffering),
  '/beheer/aanbod/:id': forCoordinators(async (db) => paths.manageOffering(await anOffering(db))),
  '/beheer/aanbod/:id/uitvoering': forCoordinators(async (db) => paths.newEdition(await anOffering(db))),
  '/beheer/uitvoeringen': forCoordinators(paths.manageEditions),
  '/beheer/uitvoeringen/:id': forCoordinators(async (db) => paths.manageEdition(await taughtEdition(db))),
  '/beheer/uitvoeringen/:id/wijzigen': forCoordinators(async (db) =>
    paths.changeEdition(await taughtEdition(db)),
  ),
  '/beheer/uitvoeringen/:id/kopie': forCoordinators(async (db) => paths.copyEdition(await taughtEdition(db))),
  '/beheer/uitvoeringen/:id/plekken': forCoordinators(async (db) =>
    paths.changeCapacity(await taughtEdition(db)),
  ),
  '/beheer/uitvoeringen/:id/afgelasten': forCoordinators(async (db) =>
    paths.cancelEdition(await taughtEdition(db)),
  ),
  '/beheer/uitvoeringen/:id/deelnemers': forCoordinators(async (db) =>
    paths.manageParticipants(await taughtEdition(db)),
  ),
  '/beheer/uitvoeringen/:id/inschrijven': forCoordinators(
    async (db) => `/beheer/uitvoeringen/${await taughtEdition(db)}/inschrijven`,
  ),
  '/beheer/bijeenkomsten/:id': forCoordinators(async (db) => paths.changeMeeting(await comingMeeting(db))),
  '/beheer/bijeenkomsten/:id/afgelasten': forCoordinators(
    async (db) => `${paths.changeMeeting(await comingMeeting(db))}/afgelasten`,
  ),
  '/beheer/inschrijvingen/:id': forCoordinators(
    async (db) => `${paths.manageEnrolment(await docentsEnrolment(db, 'confirmed'))}`,
  ),
  '/beheer/inschrijvingen/:id/goedkeuren': forCoordinators(
    async (db) => `${paths.manageEnrolment(await docentsEnrolment(db, 'requested'))}/goedkeuren`,
  ),
  '/beheer/inschrijvingen/:id/verplaatsen': forCoordinators(
    async (db) => `${paths.manageEnrolment(await docentsEnrolment(db, 'confirmed'))}/verplaatsen`,
  ),
  '/beheer/inschrijvingen/:id/uithalen': forCoordinators(
    async (db) => `${paths.manageEnrolment(await docentsEnrolment(db, 'confirmed'))}/uithalen`,
  ),
  '/beheer/uitvoeringen/:id/bijeenkomst': forCoordinators(async (db) =>
    paths.addMeeting(await taughtEdition(db)),
  ),

  '/bijdragen/:token': {
    path: async (db) => {
      const { id } = await db
        .selectFrom('contributionRequest')
        .innerJoin('membership', 'membership.organisationId', 'contributionRequest.organisationId')
        .innerJoin('emailAddress', 'emailAddress.personId', 'membership.personId')
        .select('contributionRequest.id')
        .where('emailAddress.address', '=', 'bedrijf@demo.test')
        .orderBy('contributionRequest.id', 'desc')
        .executeTakeFirstOrThrow()
      const { personId } = await db
        .selectFrom('emailAddress')
        .select('personId')
        .where('address', '=', 'bedrijf@demo.test')
        .executeTakeFirstOrThrow()
      return paths.signContributions(
        await createLinkToken(db, 'sign-contributions', { personId, subjectId: id, minutes: 10 }),
      )
    },
    see: 'everyone',
  },
  '/lesgeven/bijeenkomsten/:id/bijdragen': {
    path: async (db) => paths.meetingContributions(await taughtMeeting(db)),
    see: trainers,
  },
  '/lesgeven/bijdragen/:id/bewijs': {
    path: async (db) => paths.contributionEvidence(await evidencedContribution(db)),
    see: trainers,
    file: true,
  },
  '/lesgeven/uitvoeringen/:id/bericht': {
    path: async (db) => paths.writeMessage(await taughtEdition(db)),
    see: trainers,
  },
  '/lesgeven/uitvoeringen/:id/verstuurd': {
    path: async (db) => paths.sentMails(await taughtEdition(db)),
    see: trainers,
  },
  '/lesgeven/uitvoeringen/:id/verstuurd/:mail': { path: mailOfTaughtEdition, see: trainers },
  '/lesgeven/bijeenkomsten/:id/trainer-valt-uit': {
    path: async (db) => paths.trainerOut(await taughtMeeting(db)),
    see: trainers,
  },
  '/lesgeven/bijeenkomsten/:id/bellen': {
    path: async (db) => paths.callParticipants(await taughtMeeting(db)),
    see: trainers,
  },
  '/lesgeven/bijeenkomsten/:id/presentie': {
    path: async (db) => paths.roster(await taughtMeeting(db)),
    see: trainers,
  },
  '/lesgeven/bijeenkomsten/:id/presentie/merken': {
    path: async (db) => `${paths.roster(await taughtMeeting(db))}/merken`,
    see: [],
    elsewhere: 'tests/requests/teaching.test.ts',
  },
  '/lesgeven/bijeenkomsten/:id/inchecken': {
    path: async (db) => paths.trainerCheckIn(await taughtMeeting(db)),
    see: trainers,
  },
  '/lesgeven/bijeenkomsten/:id/inchecken/stand': {
    path: async (db) => paths.checkInStanding(await taughtMeeting(db)),
    see: trainers,
    file: true,
  },
  '/lesgeven/bijeenkomsten/:id/wijzigingen': {
    path: async (db) => `/lesgeven/bijeenkomsten/${await taughtMeeting(db)}/wijzigingen`,
    see: trainers,
  },
  '/lesgeven/bijeenkomsten/:id/wijzigingen.json': {
    path: async (db) => {
      const meeting = await taughtMeeting(db)
      return `/lesgeven/bijeenkomsten/${meeting}/wijzigingen.json?deelnemer=1`
    },
    see: trainers,
    file: true,
  },
  '/lesgeven/bijeenkomsten/:id/tekenlijst.pdf': {
    path: async (db) => paths.signInSheet(await taughtMeeting(db)),
    see: trainers,
    file: true,
  },
}
