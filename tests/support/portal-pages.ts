import type { Page } from 'playwright-core'
import { checkInLink } from '#app/features/enrolment/check-in-link.server.ts'
import { createLinkToken, type LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import { seal } from '#app/platform/signing.server.ts'
import type { Db } from '#db/client.server.ts'
import { type DemoRole, personCalled } from './browser.ts'

/** A page as somebody sees it, and what they did there first: a form that was refused is a page too. */
export type PageView = {
  as?: DemoRole
  at: string | ((db: Db) => Promise<string>)
  /** What is special about it, where a page is looked at more than once. */
  when?: string
  first?: (page: Page) => Promise<void>
  /** What the server answers; 200 unless told. */
  status?: number
}

/**
 * Every page of the portal, by its line in `app/routes.ts`: who looks at it, and in which states. A new page without
 * an entry here fails a test.
 */
export const portalPages: Record<string, PageView[]> = {
  '/': [{ at: '/' }],
  programma: [{ at: '/programma' }],
  'programma/:project': [{ at: '/programma/project-6' }],
  contact: [{ at: '/contact' }, refused('/contact', 'Verstuur')],
  toegankelijkheid: [{ at: '/toegankelijkheid' }],
  privacy: [{ at: '/privacy' }],
  controleren: [
    { at: '/controleren' },
    refused('/controleren', 'Controleer'),
    {
      at: '/controleren',
      when: 'checked',
      async first(page) {
        const credential = {
          type: ['X'],
          issuer: 'did:web:badges.example.nl',
          credentialSubject: {},
          name: 'Lassen',
        }
        const buffer = Buffer.from(JSON.stringify(credential))
        await page
          .getByLabel('Bestand')
          .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer })
        await page.getByRole('button', { name: 'Controleer' }).click()
        await page.getByRole('heading', { name: 'Uitslag' }).waitFor()
      },
    },
  ],
  'certificaten/:code': [
    { at: certificate(false), when: 'valid' },
    { at: certificate(true), when: 'revoked' },
    { at: '/certificaten/AAAA-AAAA-AAAA', when: 'unknown', status: 404 },
  ],
  aanbod: [
    { at: '/aanbod' },
    { at: '/aanbod?zoek=xyzzy', when: 'nothing found' },
    { at: '/aanbod?zoek=lassen&plek=ja', when: 'filtered' },
  ],
  praktijkmodules: [
    { at: '/praktijkmodules' },
    { at: '/praktijkmodules?zoek=xyzzy', when: 'nothing found' },
    { at: '/praktijkmodules?zoek=spanning&gebruik=cc_by_sa', when: 'searched' },
  ],
  'praktijkmodules/:slug': [
    { at: '/praktijkmodules/spanning-meten-nen-3140' },
    { at: '/praktijkmodules/bestaat-niet', when: 'unknown', status: 404 },
  ],
  'praktijkmodules/:slug/leerlingen': [{ at: '/praktijkmodules/houtskeletdetail/leerlingen' }],
  'praktijkmodules/:slug/werkbank': [
    { at: '/praktijkmodules/warmtepomp-inregelen/werkbank', when: 'before the first step' },
    { at: '/praktijkmodules/warmtepomp-inregelen/werkbank?stap=3', when: 'a step' },
  ],
  'aanbod/maand': [{ at: '/aanbod/maand' }],
  'aanbod/:slug': [{ at: '/aanbod/mig-mag-lassen-opfrissen' }, { at: '/aanbod/bestaat-niet', status: 404 }],
  'aanbod/:slug/:edition/inschrijven': [
    { at: enrolPage('groen-en-techniek') },
    refused(enrolPage('groen-en-techniek'), 'Inschrijven'),
    { as: 'redacteur', at: enrolPage('groen-en-techniek'), when: 'logged in' },
    { as: 'redacteur', at: enrolPage('warmtepomp-inregelen'), when: 'full' },
    { as: 'docent', at: enrolPage('cobots-in-de-les'), when: 'already enrolled' },
  ],
  'inschrijving-bevestigen/:token': [
    { at: '/inschrijving-bevestigen/x', when: 'dead link', status: 410 },
    { at: link('confirm-enrolment', '/inschrijving-bevestigen/', 'unconfirmed') },
  ],
  'goedkeuren/:token': [
    { at: '/goedkeuren/x', when: 'dead link', status: 410 },
    { at: link('approve-enrolment', '/goedkeuren/', 'requested') },
  ],
  'plek-aannemen/:token': [{ at: '/plek-aannemen/x', when: 'dead link', status: 410 }],
  'bijdragen/:token': [
    { at: '/bijdragen/x', when: 'dead link', status: 410 },
    { at: contributionLink() },
    {
      at: contributionLink(),
      when: 'refused',
      first: async (page) => {
        await page.getByText('Wijs af', { exact: false }).first().click()
        await page
          .getByRole('button', { name: /^Wijs .* af$/ })
          .first()
          .click()
        await page.locator('[role=alert]').first().waitFor()
      },
    },
  ],
  'vervangen/:token': [{ at: '/vervangen/x', when: 'dead link', status: 410 }],

  inchecken: [{ at: '/inchecken' }, { as: 'docent', at: '/inchecken', when: 'logged in' }],
  'inchecken/ik/:pass': [
    { at: '/inchecken/ik/x', when: 'dead link', status: 410 },
    { at: personalCheckIn(), when: 'by the personal link' },
  ],
  'inchecken/:meeting': [
    { at: meeting('cobots-in-de-les', '', '/inchecken', 'desc'), when: 'not known' },
    { as: 'redacteur', at: meeting('cobots-in-de-les', '', '/inchecken', 'desc'), when: 'not on the list' },
  ],
  'evaluatie/:token': [
    { at: '/evaluatie/x', when: 'dead link', status: 410 },
    { at: mailedEvaluation },
    refused(mailedEvaluation, 'Verstuur je antwoorden'),
  ],
  'mijn/evaluaties/:id': [{ as: 'docent', at: myEvaluation }],

  mijn: [
    { as: 'docent', at: '/mijn' },
    { as: 'trainer', at: '/mijn' },
    { as: 'redacteur', at: '/mijn', when: 'empty' },
  ],
  'mijn/inschrijvingen/:id': [
    { as: 'docent', at: myEnrolment('requested') },
    { as: 'docent', at: myEnrolment('waitlisted'), when: 'waiting' },
    { as: 'docent', at: myEnrolment('confirmed'), when: 'with a place' },
  ],
  'mail-afmelden/:sealed': [
    { at: leaveLink },
    { at: '/mail-afmelden/1.reminders.x', when: 'not our link', status: 404 },
  ],
  'mijn/account': [
    { as: 'docent', at: '/mijn/account' },
    refused('/mijn/account', 'Wachtwoord veranderen', 'docent'),
    { as: 'docent', at: '/mijn/account', when: 'with an address for a calendar', first: withFeed },
  ],
  'mijn/account/school': [{ as: 'docent', at: '/mijn/account/school' }],
  'mijn/account/wissen': [{ as: 'docent', at: '/mijn/account/wissen' }],

  inloggen: [{ at: '/inloggen' }, refused('/inloggen', 'Inloggen')],
  'inloggen/link': [{ at: '/inloggen/link' }],
  'inloggen/:token': [
    { at: '/inloggen/x', when: 'dead link', status: 410 },
    { at: link('login', '/inloggen/') },
  ],
  'wachtwoord-vergeten': [{ at: '/wachtwoord-vergeten' }],
  'wachtwoord/:token': [{ at: link('reset-password', '/wachtwoord/') }],
  'uitnodiging/:token': [{ at: link('invitation', '/uitnodiging/') }],
  'adres-bevestigen/:token': [{ at: '/adres-bevestigen/x', when: 'dead link', status: 410 }],
  'demo/mail/:sealed': [
    {
      at: '/inloggen/link',
      first: async (page) => {
        await page.getByLabel('E-mailadres').fill('bedrijf@demo.test')
        await page.getByRole('main').getByRole('button').first().click()
        await page.getByRole('link', { name: 'Lees de mail' }).click()
        await page.getByText('Mail uit de demonstratie').waitFor()
      },
    },
  ],

  'aanbod/:slug/belangstelling': [
    { at: '/aanbod/aluminium-lassen-tig/belangstelling' },
    { as: 'docent', at: '/aanbod/aluminium-lassen-tig/belangstelling', when: 'to change' },
    { as: 'teamleider', at: '/aanbod/mig-mag-lassen-opfrissen/belangstelling', when: 'for a team' },
    refused('/aanbod/mig-mag-lassen-opfrissen/belangstelling', 'Zet mij op de lijst', 'teamleider'),
  ],
  'belangstelling/:token': [{ at: '/belangstelling/x', when: 'dead link', status: 410 }],
  behoefte: [
    { as: 'docent', at: '/behoefte?wat=laserlassen' },
    refused('/behoefte', 'Meld behoefte', 'docent'),
  ],
  team: [
    { as: 'teamleider', at: '/team' },
    { as: 'coordinator', at: '/team', when: 'choosing a school' },
    { as: 'coordinator', at: schoolTeam, when: 'of a school' },
  ],
  'team/eisen': [{ as: 'teamleider', at: '/team/eisen' }],
  'team/eisen/nieuw': [
    { as: 'teamleider', at: '/team/eisen/nieuw' },
    refused('/team/eisen/nieuw', 'Bewaar de eis', 'teamleider'),
  ],
  'team/eisen/:id': [
    { as: 'teamleider', at: rule('cover'), when: 'to tick' },
    { as: 'teamleider', at: rule('at_least') },
  ],
  'team/groepen/nieuw': [
    { as: 'teamleider', at: '/team/groepen/nieuw' },
    refused('/team/groepen/nieuw', 'Bewaar de groep', 'teamleider'),
  ],
  'team/groepen/:id': [{ as: 'teamleider', at: aGroup }],
  'mijn/uren': [
    { as: 'docent', at: '/mijn/uren' },
    { as: 'redacteur', at: '/mijn/uren', when: 'empty' },
  ],
  'mijn/uren/nieuw': [
    { as: 'docent', at: '/mijn/uren/nieuw' },
    refused('/mijn/uren/nieuw', 'Zet op mijn urenkaart', 'docent'),
  ],
  'team/elders': [{ as: 'teamleider', at: '/team/elders' }],
  'mijn/dossier': [
    { as: 'instructeur', at: '/mijn/dossier' },
    { as: 'redacteur', at: '/mijn/dossier', when: 'empty' },
  ],
  'mijn/dossier/nieuw': [
    { as: 'docent', at: '/mijn/dossier/nieuw', when: 'choosing' },
    { as: 'docent', at: '/mijn/dossier/nieuw?soort=HEFTRUCK' },
    { as: 'docent', at: '/mijn/dossier/nieuw?soort=VCA-B', when: 'by its number in the register' },
    refused('/mijn/dossier/nieuw?soort=HEFTRUCK', 'Zet in mijn dossier', 'docent'),
  ],
  'mijn/dossier/:id': [
    { as: 'instructeur', at: paper('instructeur', 'NEN3140-VOP'), when: 'not designated' },
    { as: 'docent', at: paper('docent', 'EHBO') },
  ],
  'mijn/dossier/:id/wijzigen': [{ as: 'docent', at: paper('docent', 'EHBO', '/wijzigen') }],
  'mijn/dossier/:id/weghalen': [
    { as: 'docent', at: paper('docent', 'EHBO', '/weghalen') },
    refused(paper('docent', 'EHBO', '/weghalen'), 'Haal weg', 'docent'),
  ],
  'team/controleren': [
    { as: 'teamleider', at: '/team/controleren' },
    { as: 'coordinator', at: '/team/controleren', when: 'as a coordinator' },
    refused('/team/controleren', 'Klopt, volgende', 'teamleider'),
  ],
  'team/mensen/:id': [
    { as: 'teamleider', at: teamDossier('instructeur'), when: 'to designate' },
    { as: 'teamleider', at: teamDossier('chantal.pinas'), when: 'to confirm' },
  ],
  'beheer/mensen/bewijzen': [
    { as: 'coordinator', at: '/beheer/mensen/bewijzen' },
    {
      as: 'coordinator',
      at: '/beheer/mensen/bewijzen',
      when: 'with faults',
      first: (page) => readPapers(page, 'naam;soort;afgegeven\nPiet;Onzin;morgen', '[role=alert]'),
    },
  ],
  'beheer/mensen/bewijzen/:id': [
    {
      as: 'coordinator',
      at: '/beheer/mensen/bewijzen',
      first: (page) =>
        readPapers(
          page,
          'e-mailadres;soort;afgegeven\ndocent@demo.test;PDG;3-9-2019',
          'text=Zet in de dossiers',
        ),
    },
  ],
  'beheer/urenrecht': [
    { as: 'coordinator', at: '/beheer/urenrecht' },
    refused('/beheer/urenrecht', 'Bewaar', 'coordinator'),
  ],
  'beheer/verloop': [
    { as: 'coordinator', at: '/beheer/verloop' },
    { as: 'coordinator', at: '/beheer/verloop?voor=1-1-1950', when: 'nothing lapses' },
  ],
  'beheer/verloop/:code': [
    { as: 'coordinator', at: '/beheer/verloop/BHV' },
    { as: 'coordinator', at: '/beheer/verloop/FGAS', when: 'nobody needs it' },
  ],
  'beheer/bewijssoorten': [{ as: 'coordinator', at: '/beheer/bewijssoorten' }],
  'beheer/bewijssoorten/nieuw': [
    { as: 'coordinator', at: '/beheer/bewijssoorten/nieuw' },
    refused('/beheer/bewijssoorten/nieuw', 'Maak de soort', 'coordinator'),
  ],
  'beheer/bewijssoorten/:code': [{ as: 'coordinator', at: '/beheer/bewijssoorten/NEN3140-VOP' }],
  'beheer/bewijssoorten/:code/termijn': [
    { as: 'coordinator', at: '/beheer/bewijssoorten/NEN3140-VOP/termijn' },
    refused('/beheer/bewijssoorten/NEN3140-VOP/termijn', 'Bewaar de termijn', 'coordinator'),
  ],
  'verklaren/:token': [
    { at: '/verklaren/x', when: 'dead link', status: 410 },
    { at: attestLink('chantal.pinas', 'ISO9606-1'), when: 'to confirm' },
    { at: attestLink('instructeur', 'NEN3140-VOP'), when: 'to designate' },
  ],
  'team/inschrijven': [
    { as: 'teamleider', at: '/team/inschrijven' },
    { as: 'teamleider', at: '/team/inschrijven?zoek=xyzzy', when: 'nothing found' },
  ],
  'team/inschrijven/:id': [
    { as: 'teamleider', at: editionFor('cobots-in-de-les', '/team/inschrijven/') },
    refused(editionFor('cobots-in-de-les', '/team/inschrijven/'), 'Schrijf in', 'teamleider'),
  ],

  lesgeven: [{ as: 'trainer', at: '/lesgeven' }],
  'lesgeven/uitvoeringen/:id': [
    { as: 'trainer', at: edition('mig-mag-lassen-opfrissen', '/lesgeven/uitvoeringen/') },
  ],
  'lesgeven/uitvoeringen/:id/toets': [
    { as: 'trainer', at: edition('bhv-herhaling', '/lesgeven/uitvoeringen/', '/toets') },
  ],
  'lesgeven/uitvoeringen/:id/afronden': [
    { as: 'trainer', at: edition('circulair-bouwen', '/lesgeven/uitvoeringen/', '/afronden') },
    {
      as: 'trainer',
      at: edition('bhv-herhaling', '/lesgeven/uitvoeringen/', '/afronden'),
      when: 'incomplete',
    },
  ],
  'lesgeven/uitvoeringen/:id/evaluatie': [
    { as: 'trainer', at: evaluated('veilig-werken-nen3140', '/lesgeven/uitvoeringen/') },
    { as: 'trainer', at: evaluated('circulair-bouwen', '/lesgeven/uitvoeringen/'), when: 'still open' },
  ],
  'lesgeven/uitvoeringen/:id/bericht': [
    { as: 'trainer', at: edition('mig-mag-lassen-opfrissen', '/lesgeven/uitvoeringen/', '/bericht') },
    refused(
      edition('mig-mag-lassen-opfrissen', '/lesgeven/uitvoeringen/', '/bericht'),
      'Bekijk het bericht',
      'trainer',
    ),
  ],
  'lesgeven/uitvoeringen/:id/verstuurd': [
    { as: 'trainer', at: edition('mig-mag-lassen-opfrissen', '/lesgeven/uitvoeringen/', '/verstuurd') },
  ],
  'lesgeven/uitvoeringen/:id/verstuurd/:mail': [{ as: 'coordinator', at: sentMail }],
  'lesgeven/bijeenkomsten/:id/trainer-valt-uit': [
    { as: 'coordinator', at: soonMeeting('/trainer-valt-uit') },
    { as: 'trainer', at: soonMeeting('/trainer-valt-uit', 'trainer@demo.test') },
  ],
  'lesgeven/bijeenkomsten/:id/bellen': [{ as: 'coordinator', at: soonMeeting('/bellen') }],
  'lesgeven/bijeenkomsten/:id/presentie': [
    { as: 'trainer', at: meeting('bhv-herhaling', '/presentie') },
    { as: 'trainer', at: meeting('veilig-werken-nen3140', '/presentie'), when: 'closed' },
    {
      as: 'trainer',
      at: meeting('bhv-herhaling', '/presentie'),
      when: 'opened',
      first: async (page) => {
        await page
          .getByRole('button', { name: /^Meer over/ })
          .first()
          .click()
      },
    },
    refused(meeting('bhv-herhaling', '/presentie'), 'Zet op de lijst', 'trainer'),
  ],
  'lesgeven/bijeenkomsten/:id/bijdragen': [
    { as: 'trainer', at: meeting('bhv-herhaling', '/bijdragen') },
    refused(meeting('bhv-herhaling', '/bijdragen'), 'Voeg toe', 'trainer'),
  ],
  'lesgeven/bijeenkomsten/:id/inchecken': [
    { as: 'trainer', at: meeting('bhv-herhaling', '/inchecken'), when: 'over' },
  ],
  'lesgeven/bijeenkomsten/:id/wijzigingen': [{ as: 'trainer', at: meeting('bhv-herhaling', '/wijzigingen') }],

  beheer: [
    { as: 'coordinator', at: '/beheer' },
    { as: 'coordinator', at: '/beheer?toon=aanvragen', when: 'one kind of work' },
    { as: 'beheerder', at: '/beheer' },
    { as: 'docent', at: '/beheer', when: 'not allowed', status: 403 },
  ],
  'beheer/cijfers': [
    { as: 'coordinator', at: '/beheer/cijfers' },
    { as: 'coordinator', at: '/beheer/cijfers?per=profiel&teken=mensen', when: 'by profile' },
  ],
  'beheer/cijfers/:measure': [
    { as: 'coordinator', at: '/beheer/cijfers/uren' },
    { as: 'coordinator', at: '/beheer/cijfers/mensen?project=7', when: 'nothing counted' },
    { as: 'coordinator', at: '/beheer/cijfers/onzin', when: 'no such number', status: 404 },
  ],
  school: [{ as: 'coordinator', at: '/school' }],
  'school/:id': [
    { as: 'coordinator', at: schoolOf('docent') },
    { as: 'docent', at: schoolOf('docent'), when: 'not allowed', status: 403 },
  ],
  'school/:id/dekking': [
    { as: 'teamleider', at: schoolOf('docent', '/dekking') },
    { as: 'coordinator', at: schoolOf('trainer', '/dekking'), when: 'nothing chosen' },
  ],
  'school/:id/dekking/blad': [{ as: 'teamleider', at: schoolOf('docent', '/dekking/blad') }],
  'school/:id/examenmodules': [{ as: 'teamleider', at: schoolOf('docent', '/examenmodules') }],
  'beheer/dekking': [{ as: 'coordinator', at: '/beheer/dekking' }],
  'beheer/programma': [{ as: 'coordinator', at: '/beheer/programma' }],
  'beheer/bijdragen': [
    { as: 'coordinator', at: '/beheer/bijdragen' },
    { as: 'coordinator', at: '/beheer/bijdragen?stand=to_settle', when: 'to settle' },
    { as: 'coordinator', at: '/beheer/bijdragen?maand=2001-01', when: 'nothing found' },
  ],
  'beheer/bijdragen/tarieven': [
    { as: 'coordinator', at: '/beheer/bijdragen/tarieven' },
    refused('/beheer/bijdragen/tarieven', 'Bewaar', 'coordinator'),
  ],
  'beheer/bijdragen/organisaties': [{ as: 'coordinator', at: '/beheer/bijdragen/organisaties' }],
  'beheer/bijdragen/organisaties/:id': [
    { as: 'coordinator', at: contribution('waits_for_signature', true) },
    refused(contribution('waits_for_signature', true), 'Bewaar', 'coordinator'),
  ],
  'beheer/bijdragen/:id': [
    { as: 'coordinator', at: contribution('signed') },
    { as: 'coordinator', at: contribution('refused'), when: 'refused by the company' },
    { as: 'coordinator', at: contribution('waits_for_signature'), when: 'waiting' },
  ],
  'beheer/vakanties': [{ as: 'coordinator', at: '/beheer/vakanties' }],
  'beheer/berichten': [{ as: 'coordinator', at: '/beheer/berichten' }],
  'beheer/geweigerde-mails': [{ as: 'coordinator', at: '/beheer/geweigerde-mails' }],
  'beheer/postvak': [{ as: 'beheerder', at: '/beheer/postvak' }],
  'beheer/postvak/:id': [{ as: 'beheerder', at: row('outbox', '/beheer/postvak/') }],
  'beheer/bewaartermijnen': [{ as: 'beheerder', at: '/beheer/bewaartermijnen' }],
  'beheer/journaal': [{ as: 'coordinator', at: '/beheer/journaal' }],
  'beheer/belangstelling': [{ as: 'coordinator', at: '/beheer/belangstelling' }],
  'beheer/belangstelling/aanbod/:id': [
    { as: 'coordinator', at: undated('/beheer/belangstelling/aanbod/') },
    { as: 'coordinator', at: row('offering', '/beheer/belangstelling/aanbod/'), when: 'empty' },
  ],
  'beheer/belangstelling/behoefte/:id': [
    { as: 'coordinator', at: row('wish', '/beheer/belangstelling/behoefte/') },
    refused(row('wish', '/beheer/belangstelling/behoefte/'), 'Koppel aan dit aanbod', 'coordinator'),
  ],
  'beheer/aanbod': [{ as: 'coordinator', at: '/beheer/aanbod' }],
  'beheer/aanbod/nieuw': [
    { as: 'coordinator', at: '/beheer/aanbod/nieuw' },
    refused('/beheer/aanbod/nieuw', 'Bewaar', 'coordinator'),
  ],
  'beheer/aanbod/:id': [{ as: 'coordinator', at: row('offering', '/beheer/aanbod/') }],
  'beheer/aanbod/:id/uitvoering': [
    { as: 'coordinator', at: row('offering', '/beheer/aanbod/', '/uitvoering') },
    refused(row('offering', '/beheer/aanbod/', '/uitvoering'), /./, 'coordinator'),
  ],
  'beheer/aanbod/:id/evaluatie': [
    { as: 'coordinator', at: row('offering', '/beheer/aanbod/', '/evaluatie') },
    {
      as: 'coordinator',
      at: row('offering', '/beheer/aanbod/', '/evaluatie'),
      when: 'refused',
      first: async (page) => {
        const texts = page.getByLabel(/^(Open vraag|Vraag) \d$/)
        for (const field of await texts.all()) await field.fill('')
        await page.getByRole('button', { name: 'Bewaar de vragen' }).click()
        await page.locator('[role=alert]').first().waitFor()
      },
    },
  ],
  'beheer/aanbod/:id/evaluaties': [
    { as: 'coordinator', at: row('offering', '/beheer/aanbod/', '/evaluaties') },
    {
      as: 'coordinator',
      at: async (db) => {
        const { id } = await db
          .selectFrom('offering')
          .select('id')
          .where('slug', '=', 'veilig-werken-nen3140')
          .executeTakeFirstOrThrow()
        return `/beheer/aanbod/${id}/evaluaties`
      },
      when: 'with results',
    },
  ],
  'beheer/uitvoeringen': [{ as: 'coordinator', at: '/beheer/uitvoeringen' }],
  'beheer/uitvoeringen/:id': [
    { as: 'coordinator', at: edition('cobots-in-de-les', '/beheer/uitvoeringen/') },
  ],
  'beheer/uitvoeringen/:id/evaluatie': [
    { as: 'coordinator', at: evaluated('docentexcursie-maakindustrie', '/beheer/uitvoeringen/') },
    {
      as: 'coordinator',
      at: evaluated('cobots-in-de-les', '/beheer/uitvoeringen/'),
      when: 'too few answers',
    },
  ],
  'beheer/uitvoeringen/:id/wijzigen': ofEdition('/wijzigen'),
  'beheer/uitvoeringen/:id/plekken': ofEdition('/plekken'),
  'beheer/uitvoeringen/:id/kopie': ofEdition('/kopie'),
  'beheer/uitvoeringen/:id/afgelasten': ofEdition('/afgelasten'),
  'beheer/uitvoeringen/:id/bijeenkomst': ofEdition('/bijeenkomst'),
  'beheer/uitvoeringen/:id/deelnemers': ofEdition('/deelnemers'),
  'beheer/uitvoeringen/:id/inschrijven': ofEdition('/inschrijven'),
  'beheer/bijeenkomsten/:id': [{ as: 'coordinator', at: meeting('cobots-in-de-les', '', '/beheer', 'desc') }],
  'beheer/bijeenkomsten/:id/afgelasten': [
    { as: 'coordinator', at: meeting('cobots-in-de-les', '/afgelasten', '/beheer', 'desc') },
  ],
  'beheer/inschrijvingen/:id': ofEnrolment(''),
  'beheer/inschrijvingen/:id/goedkeuren': ofEnrolment('/goedkeuren'),
  'beheer/inschrijvingen/:id/uithalen': ofEnrolment('/uithalen'),
  'beheer/inschrijvingen/:id/verplaatsen': ofEnrolment('/verplaatsen'),
  'beheer/mensen': [{ as: 'coordinator', at: '/beheer/mensen' }],
  'beheer/mensen/importeren': [
    { as: 'coordinator', at: '/beheer/mensen/importeren' },
    {
      as: 'coordinator',
      at: '/beheer/mensen/importeren',
      when: 'faulty',
      first: (page) => hand(page, ['geen adres']),
    },
  ],
  'beheer/historie': [
    { as: 'coordinator', at: '/beheer/historie' },
    {
      as: 'coordinator',
      at: '/beheer/historie',
      when: 'faulty',
      first: (page) => hand(page, ['geen adres'], 'niet lang'),
    },
  ],
  'beheer/historie/:id': [
    { as: 'coordinator', at: '/beheer/historie/1' },
    {
      as: 'coordinator',
      at: '/beheer/historie',
      when: 'checked',
      async first(page) {
        await hand(page, ['historie@demo.test'], '2,5')
        await page.waitForURL(/historie\/\d+$/)
      },
    },
  ],
  'beheer/mensen/importeren/:id': [
    {
      as: 'coordinator',
      at: '/beheer/mensen/importeren',
      when: 'checked',
      async first(page) {
        await hand(page, ['lijst@demo.test'])
        await page.waitForURL(/importeren\/\d+$/)
      },
    },
  ],
  'beheer/mensen/samenvoegen': [{ as: 'coordinator', at: '/beheer/mensen/samenvoegen' }],
  'beheer/mensen/nieuw': [
    { as: 'coordinator', at: '/beheer/mensen/nieuw' },
    refused('/beheer/mensen/nieuw', /./, 'coordinator'),
  ],
  'beheer/mensen/:id': [{ as: 'coordinator', at: teacher() }],
  'beheer/mensen/:id/gegevens': [{ as: 'coordinator', at: teacher('/gegevens') }],
  'beheer/mensen/:id/adres': [{ as: 'coordinator', at: teacher('/adres') }],
  'beheer/mensen/:id/rollen': [{ as: 'beheerder', at: teacher('/rollen') }],
  'beheer/mensen/:id/wissen': [
    { as: 'coordinator', at: teacher('/wissen') },
    refused(teacher('/wissen'), /Wis alles/, 'coordinator'),
  ],
  'beheer/mensen/:id/werk': [{ as: 'coordinator', at: teacher('/werk') }],
  'beheer/mensen/:id/werk/:membership': [{ as: 'coordinator', at: ofTeacher('membership', '/werk/') }],
  'beheer/mensen/:id/werk/:membership/stoppen': [
    { as: 'coordinator', at: ofTeacher('membership', '/werk/', '/stoppen') },
  ],
  'beheer/mensen/:id/bewijs/:qualification': [
    { as: 'coordinator', at: ofTeacher('qualification', '/bewijs/') },
  ],
  'beheer/mensen/:id/bewijs': [
    { as: 'coordinator', at: teacher('/bewijs') },
    refused(teacher('/bewijs'), /./, 'coordinator'),
  ],
  'beheer/organisaties': [{ as: 'coordinator', at: '/beheer/organisaties' }],
  'beheer/organisaties/nieuw': [
    { as: 'coordinator', at: '/beheer/organisaties/nieuw' },
    refused('/beheer/organisaties/nieuw', /./, 'coordinator'),
  ],
  'beheer/organisaties/suggesties/:id': [
    { as: 'coordinator', at: row('organisationSuggestion', '/beheer/organisaties/suggesties/') },
  ],
  'beheer/organisaties/:id': [
    { as: 'coordinator', at: ofOrganisation('Technicampus') },
    { as: 'coordinator', at: ofOrganisation('Voorbeeldschool De Kern'), when: 'with teams' },
  ],
  'beheer/organisaties/:id/wijzigen': [
    { as: 'coordinator', at: ofOrganisation('Technicampus', '/wijzigen') },
  ],
  'beheer/organisaties/:id/locatie': [{ as: 'coordinator', at: ofOrganisation('Technicampus', '/locatie') }],
  'beheer/organisaties/:id/locaties/:site': [
    { as: 'coordinator', at: ofOrganisation('Technicampus', '/locaties/', 'site') },
  ],
  'beheer/organisaties/:id/lokalen/:room': [
    { as: 'coordinator', at: ofOrganisation('Technicampus', '/lokalen/', 'room') },
  ],
  'beheer/organisaties/:id/lokalen/:room/agenda': [
    { as: 'coordinator', at: ofOrganisation('Technicampus', '/lokalen/', 'room', '/agenda') },
    {
      as: 'coordinator',
      at: ofOrganisation('Technicampus', '/lokalen/', 'room', '/agenda'),
      when: 'with an address',
      first: withFeed,
    },
  ],
  'beheer/organisaties/:id/team': [
    { as: 'coordinator', at: ofOrganisation('Voorbeeldschool De Kern', '/team') },
  ],
  'beheer/organisaties/:id/teams/:team': [
    { as: 'coordinator', at: ofOrganisation('Voorbeeldschool De Kern', '/teams/', 'team') },
  ],
  'beheer/export': [{ as: 'coordinator', at: '/beheer/export' }],
  'beheer/certificaten': [{ as: 'coordinator', at: '/beheer/certificaten' }],
  'beheer/certificaten/:id': [{ as: 'coordinator', at: row('certificate', '/beheer/certificaten/') }],
  stijl: [{ at: '/stijl' }],
  '*': [{ at: '/bestaat/niet', status: 404 }],
}

/** What answers with something else than a page: a file, data, or a redirect after a post. */
export const notPages = [
  'demo/mail/:sealed/:file',
  'praktijkmodules/beeld/:id/:width.webp',
  'praktijkmodules/bestand/:id',
  'praktijkmodules/:slug/kopie.html',
  'pm/:id',
  'aanbod/agenda.ics',
  'aanbod/:slug/:edition/agenda.ics',
  'agenda/:token.ics',
  'mijn/dossier/dossier.pdf',
  'mijn/gegevens.zip',
  'mijn/inschrijvingen/:id/agenda.ics',
  'mijn/belangstelling',
  'uitloggen',
  'demo/bekijk-als',
  'inchecken/:meeting/code',
  'lesgeven/bijeenkomsten/:id/presentie/merken',
  'lesgeven/bijeenkomsten/:id/wijzigingen.json',
  'lesgeven/bijeenkomsten/:id/inchecken/stand',
  'lesgeven/bijeenkomsten/:id/tekenlijst.pdf',
  'lesgeven/bijdragen/:id/bewijs',
  'mijn/hand-outs/:id',
  'beheer/mensen/importeren/voorbeeld.csv',
  'beheer/historie/voorbeeld/:file',
  'beheer/export/:file',
  'beheer/aanbod/:id/evaluaties/:file',
  'beheer/cijfers/export/:file',
  'mijn/certificaten/:id.pdf',
  'mijn/dossier/:id/bestand',
  'team/controleren/:id/bestand',
  'beheer/mensen/bewijzen/voorbeeld/:file',
  'mijn/certificaten/:id/:badge',
  '.well-known/did.json',
  '.well-known/jwks.json',
  'badges/status/:list',
  'mijn/uren/urenkaart.pdf',
  'mijn/uren/urenkaart.csv',
  'mijn/uren/:id/bestand',
]

/** Has a list of papers read, and waits for what comes of it. */
async function readPapers(page: Page, csv: string, until: string): Promise<void> {
  const file = { name: 'bewijzen.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  await page.getByRole('button', { name: 'Bestand' }).setInputFiles(file)
  await page.getByRole('button', { name: 'Kijk na' }).click()
  await page.locator(until).first().waitFor()
}

/** Asks for the address of a calendar, where there is none yet. */
async function withFeed(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Maak een adres' })
  if (await button.isVisible()) await button.click()
  await page.getByLabel('Adres van de agenda').waitFor()
}

/** The same page after its form was sent with nothing in it. */
function refused(at: PageView['at'], button: string | RegExp, as?: DemoRole): PageView {
  return {
    at,
    when: 'refused',
    ...(as && { as }),
    async first(page) {
      const press = { name: button, exact: true }
      const forms = page.getByRole('main').locator('form[method=post]')
      const form = forms.filter({ has: page.getByRole('button', press) }).last()
      const fields = form.locator(
        'input[required]:not([type=radio], [type=checkbox], [type=file]), textarea[required]',
      )
      for (const field of await fields.all()) await field.fill('')
      await form.getByRole('button', press).last().click()
      await page.locator('[role=alert]').first().waitFor()
    },
  }
}

/** Hands in a list with somebody at each of these addresses, who was somewhere for so many hours. */
export async function hand(page: Page, addresses: string[], hours = ''): Promise<void> {
  const lines = addresses.map(
    (address) => `Jip;van Voorbeeld;${address};Technicampus;12-3-2024;Lassen;${hours}`,
  )
  const head = 'voornaam;achternaam;e-mailadres;school;datum;titel;uren'
  const buffer = Buffer.from([head, ...lines].join('\n'))
  const file = page.getByRole('main').locator('input[type=file]')
  await file.setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Kijk na' }).click()
  await page.locator('[role=alert], [role=status]').first().waitFor()
}

function ofEdition(rest: string): PageView[] {
  return [{ as: 'coordinator', at: edition('cobots-in-de-les', '/beheer/uitvoeringen/', rest) }]
}

/** Somebody who asks for a place and whose team nobody leads, so that the coordinator decides. */
function ofEnrolment(rest: string): PageView[] {
  const at = async (db: Db) => {
    const asked = db.selectFrom('enrolment').select('id').where('status', '=', 'requested').orderBy('id')
    return `/beheer/inschrijvingen/${(await asked.executeTakeFirstOrThrow()).id}${rest}`
  }
  return [{ as: 'coordinator', at }]
}

/** The newest edition of an offering that has a past and a future one: the past one for a trainer. */
function edition(slug: string, before: string, after = '') {
  return async (db: Db) => {
    const { id } = await db
      .selectFrom('edition')
      .innerJoin('offering', 'offering.id', 'edition.offeringId')
      .select('edition.id')
      .where('slug', '=', slug)
      .orderBy('edition.startsAt', before.startsWith('/lesgeven') ? 'asc' : 'desc')
      .executeTakeFirstOrThrow()
    return `${before}${id}${after}`
  }
}

/** The evaluation of the edition of this offering that was asked about. */
function evaluated(slug: string, before: string) {
  return async (db: Db) => {
    const { id } = await db
      .selectFrom('evaluation')
      .innerJoin('edition', 'edition.id', 'evaluation.editionId')
      .innerJoin('offering', 'offering.id', 'edition.offeringId')
      .select('edition.id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    return `${before}${id}/evaluatie`
  }
}

/** What docent@ was asked to evaluate, and may still. */
async function evaluatedEnrolment(db: Db): Promise<{ id: number; personId: number }> {
  return db
    .selectFrom('enrolment')
    .innerJoin('evaluation', 'evaluation.editionId', 'enrolment.editionId')
    .select(['enrolment.id', 'enrolment.personId'])
    .where('enrolment.personId', '=', await personCalled(db, 'docent@demo.test'))
    .orderBy('evaluation.openUntil', 'desc')
    .executeTakeFirstOrThrow()
}

async function myEvaluation(db: Db): Promise<string> {
  return `/mijn/evaluaties/${(await evaluatedEnrolment(db)).id}`
}

async function mailedEvaluation(db: Db): Promise<string> {
  const { id: subjectId, personId } = await evaluatedEnrolment(db)
  return `/evaluatie/${await createLinkToken(db, 'evaluate', { personId, subjectId, minutes: 10 })}`
}

function meeting(slug: string, rest: string, area = '/lesgeven', order: 'asc' | 'desc' = 'asc') {
  return async (db: Db) => {
    const { id } = await db
      .selectFrom('meeting')
      .innerJoin('edition', 'edition.id', 'meeting.editionId')
      .innerJoin('offering', 'offering.id', 'edition.offeringId')
      .select('meeting.id')
      .where('slug', '=', slug)
      .orderBy('meeting.startsAt', order)
      .executeTakeFirstOrThrow()
    return area === '/inchecken' ? `${area}/${id}` : `${area}/bijeenkomsten/${id}${rest}`
  }
}

/** The page behind the link in the mail of somebody with a place. */
function personalCheckIn() {
  return async (db: Db) => {
    const placed = db
      .selectFrom('enrolment')
      .select('id')
      .where('status', '=', 'confirmed')
      .orderBy('id', 'desc')
    return checkInLink((await placed.executeTakeFirstOrThrow()).id)
  }
}

/** The page of a contribution, or of who signs for its organisation. */
function contribution(state: 'signed' | 'refused' | 'waits_for_signature', ofOrganisation = false) {
  return async (db: Db) => {
    const { id, organisationId } = await db
      .selectFrom('contribution')
      .select(['id', 'organisationId'])
      .where('state', '=', state)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return ofOrganisation ? `/beheer/bijdragen/organisaties/${organisationId}` : `/beheer/bijdragen/${id}`
  }
}

/** The link of the demo's company, with lines that wait. */
function contributionLink() {
  return async (db: Db) => {
    const personId = await personCalled(db, 'bedrijf@demo.test')
    const { id } = await db
      .selectFrom('contributionRequest')
      .innerJoin('membership', 'membership.organisationId', 'contributionRequest.organisationId')
      .select('contributionRequest.id')
      .where('membership.personId', '=', personId)
      .orderBy('contributionRequest.month', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const about = { personId, subjectId: id, minutes: 60 }
    return `/bijdragen/${await createLinkToken(db, 'sign-contributions', about)}`
  }
}

function enrolPage(slug: string) {
  return async (db: Db) => {
    const { code } = await db
      .selectFrom('edition')
      .innerJoin('offering', 'offering.id', 'edition.offeringId')
      .select('edition.code')
      .where('slug', '=', slug)
      .orderBy('edition.startsAt', 'desc')
      .executeTakeFirstOrThrow()
    return `/aanbod/${slug}/${code}/inschrijven`
  }
}

/** The last edition of an offering, behind an address. */
function editionFor(slug: string, before: string) {
  return async (db: Db) => {
    const { id } = await db
      .selectFrom('edition')
      .innerJoin('offering', 'offering.id', 'edition.offeringId')
      .select('edition.id')
      .where('slug', '=', slug)
      .orderBy('edition.startsAt', 'desc')
      .executeTakeFirstOrThrow()
    return before + id
  }
}

/** The offering that has no date, and that people wait for. */
function undated(before: string) {
  return async (db: Db) => {
    const { id } = await db
      .selectFrom('offering')
      .select('id')
      .where('slug', '=', 'aluminium-lassen-tig')
      .executeTakeFirstOrThrow()
    return before + id
  }
}

function certificate(revoked: boolean) {
  return async (db: Db) => {
    const { code } = await db
      .selectFrom('certificate')
      .select('code')
      .where('revokedAt', revoked ? 'is not' : 'is', null)
      .executeTakeFirstOrThrow()
    return `/certificaten/${code}`
  }
}

/** A page of an organisation, or of its first site, room or team. */
function ofOrganisation(name: string, after = '', part?: 'site' | 'room' | 'team', further = '') {
  return async (db: Db) => {
    const named = db.selectFrom('organisation').select('id').where('name', '=', name)
    const { id } = await named.executeTakeFirstOrThrow()
    const sites = db.selectFrom('site').select('id').where('organisationId', '=', id)
    const first = {
      site: () => sites.executeTakeFirstOrThrow(),
      room: () => db.selectFrom('room').select('id').where('siteId', 'in', sites).executeTakeFirstOrThrow(),
      team: () =>
        db.selectFrom('team').select('id').where('organisationId', '=', id).executeTakeFirstOrThrow(),
    }
    return `/beheer/organisaties/${id}${after}${part ? (await first[part]()).id : ''}${further}`
  }
}

function row(
  table: 'outbox' | 'offering' | 'certificate' | 'organisationSuggestion' | 'wish',
  before: string,
  after = '',
) {
  return async (db: Db) => {
    const { id } = await db.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
    return `${before}${id}${after}`
  }
}

function teacher(rest = '') {
  return async (db: Db) => `/beheer/mensen/${await personCalled(db, 'docent@demo.test')}${rest}`
}

function ofTeacher(table: 'membership' | 'qualification', between: string, after = '') {
  return async (db: Db) => {
    const personId = await personCalled(db, 'docent@demo.test')
    const query = db.selectFrom(table).select('id').where('personId', '=', personId).orderBy('id').limit(1)
    return `/beheer/mensen/${personId}${between}${(await query.executeTakeFirstOrThrow()).id}${after}`
  }
}

function myEnrolment(status: 'requested' | 'waitlisted' | 'confirmed') {
  return async (db: Db) => {
    const personId = await personCalled(db, 'docent@demo.test')
    const { id } = await db
      .selectFrom('enrolment')
      .select('id')
      .where('personId', '=', personId)
      .where('status', '=', status)
      .executeTakeFirstOrThrow()
    return `/mijn/inschrijvingen/${id}`
  }
}

/** The first meeting that is still to come, of this trainer if told. */
function soonMeeting(rest: string, trainer?: string) {
  return async (db: Db) => {
    let query = db
      .selectFrom('meeting')
      .innerJoin('edition', 'edition.id', 'meeting.editionId')
      .innerJoin('meetingTrainer', 'meetingTrainer.meetingId', 'meeting.id')
      .select('meeting.id')
      .where('meeting.status', '=', 'planned')
      .where('edition.status', 'in', ['open', 'going_ahead'])
      .where('meeting.startsAt', '>', new Date())
      .orderBy('meeting.startsAt')
    if (trainer) query = query.where('meetingTrainer.personId', '=', await personCalled(db, trainer))
    return `/lesgeven/bijeenkomsten/${(await query.executeTakeFirstOrThrow()).id}${rest}`
  }
}

async function sentMail(db: Db) {
  const { id, editionId } = await db
    .selectFrom('outbox')
    .select(['id', 'editionId'])
    .where('editionId', 'is not', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return `/lesgeven/uitvoeringen/${editionId}/verstuurd/${id}`
}

async function leaveLink(db: Db) {
  return `/mail-afmelden/${seal('leave-mail', `${await personCalled(db, 'docent@demo.test')}.reminders`)}`
}

/** A mailed link that still works: about an enrolment in this state, or about somebody's own address. */
function link(purpose: LinkPurpose, before: string, status?: 'unconfirmed' | 'requested') {
  return async (db: Db) => {
    const enrolments = db.selectFrom('enrolment').select(['id', 'personId']).orderBy('id')
    const addresses = db.selectFrom('emailAddress').select(['id', 'personId'])
    const { id: subjectId, personId } = await (status
      ? enrolments.where('status', '=', status).executeTakeFirstOrThrow()
      : addresses.where('address', '=', 'bedrijf@demo.test').executeTakeFirstOrThrow())
    return before + (await createLinkToken(db, purpose, { personId, subjectId, minutes: 60 }))
  }
}

async function schoolTeam(db: Db) {
  const { organisationId } = await db
    .selectFrom('requirement')
    .select('organisationId')
    .executeTakeFirstOrThrow()
  return `/team?school=${organisationId}`
}

function rule(kind: string) {
  return async (db: Db) => {
    const { id } = await db
      .selectFrom('requirement')
      .select('id')
      .where('kind', '=', kind)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    return `/team/eisen/${id}`
  }
}

async function aGroup(db: Db) {
  const { id } = await db.selectFrom('peopleGroup').select('id').orderBy('id').executeTakeFirstOrThrow()
  return `/team/groepen/${id}`
}

/** The newest paper of a sort that somebody holds. */
async function paperOf(db: Db, who: string, typeCode: string): Promise<number> {
  const { id } = await db
    .selectFrom('qualification')
    .select('id')
    .where('personId', '=', await personCalled(db, `${who}@demo.test`))
    .where('typeCode', '=', typeCode)
    .orderBy('issuedOn', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

function paper(who: DemoRole, typeCode: string, rest = '') {
  return async (db: Db) => `/mijn/dossier/${await paperOf(db, who, typeCode)}${rest}`
}

function teamDossier(who: string) {
  return async (db: Db) => `/team/mensen/${await personCalled(db, `${who}@demo.test`)}`
}

/** The link in a mail to the team lead, about a paper of somebody in the team. */
function attestLink(who: string, typeCode: string) {
  return async (db: Db) => {
    const personId = await personCalled(db, 'teamleider@demo.test')
    const subjectId = await paperOf(db, who, typeCode)
    const token = await createLinkToken(db, 'attest-qualification', { personId, subjectId, minutes: 60 })
    return `/verklaren/${token}`
  }
}

/** The sheet of the school where somebody works. */
function schoolOf(role: DemoRole, page = '') {
  return async (db: Db) => {
    const { organisationId } = await db
      .selectFrom('membership')
      .select('organisationId')
      .where('personId', '=', await personCalled(db, `${role}@demo.test`))
      .executeTakeFirstOrThrow()
    return `/school/${organisationId}${page}`
  }
}
