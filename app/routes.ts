import { index, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The map: every address of the portal, in Dutch. `app/paths.ts` says the same for links; a test holds them together. */
export default [
  index('routes/public/home.tsx'),
  route('programma', 'routes/public/programme.tsx'),
  route('programma/:project', 'routes/public/project.tsx'),
  route('contact', 'routes/public/contact.tsx'),
  route('toegankelijkheid', 'routes/public/accessibility.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),

  route('aanbod', 'routes/catalogue/list.tsx'),
  route('aanbod/maand', 'routes/catalogue/month.tsx'),
  route('aanbod/:slug', 'routes/catalogue/offering.tsx'),

  route('inloggen', 'routes/account/log-in.tsx'),
  route('inloggen/link', 'routes/account/request-login-link.tsx'),
  route('inloggen/:token', 'routes/account/open-login-link.tsx'),
  route('uitloggen', 'routes/account/log-out.ts'),
  route('wachtwoord-vergeten', 'routes/account/forgot-password.tsx'),
  route('wachtwoord/:token', 'routes/account/reset-password.tsx'),
  route('uitnodiging/:token', 'routes/account/accept-invitation.tsx'),
  route('demo/bekijk-als', 'routes/account/demo-log-in.ts'),
  route('demo/mail/:sealed', 'routes/account/demo-mail.tsx'),

  ...prefix('lesgeven', [
    route('bijeenkomsten/:id/presentie', 'routes/teaching/roster.tsx'),
    route('bijeenkomsten/:id/presentie/merken', 'routes/teaching/roster-marks.ts'),
    route('bijeenkomsten/:id/wijzigingen', 'routes/teaching/attendance-changes.tsx'),
    route('bijeenkomsten/:id/wijzigingen.json', 'routes/teaching/attendance-history.ts'),
    route('bijeenkomsten/:id/tekenlijst.pdf', 'routes/teaching/sign-in-sheet.ts'),
  ]),
  ...prefix('beheer', [
    index('routes/administration/desk.tsx'),
    route('programma', 'routes/administration/programme.tsx'),
    route('vakanties', 'routes/administration/holidays.tsx'),
    route('berichten', 'routes/administration/contact-messages.tsx'),
    route('geweigerde-mails', 'routes/administration/refused-mails.tsx'),
    route('postvak', 'routes/administration/mailbox.tsx'),
    route('postvak/:id', 'routes/administration/mailbox-mail.tsx'),
    route('journaal', 'routes/administration/journal.tsx'),
    route('aanbod', 'routes/administration/offerings.tsx'),
    route('aanbod/nieuw', 'routes/administration/offering-new.tsx'),
    route('aanbod/:id', 'routes/administration/offering.tsx'),
    route('aanbod/:id/uitvoering', 'routes/administration/edition-new.tsx'),
    route('uitvoeringen', 'routes/administration/editions.tsx'),
    route('uitvoeringen/:id', 'routes/administration/edition.tsx'),
    route('uitvoeringen/:id/wijzigen', 'routes/administration/edition-change.tsx'),
    route('uitvoeringen/:id/kopie', 'routes/administration/edition-copy.tsx'),
    route('uitvoeringen/:id/bijeenkomst', 'routes/administration/meeting-new.tsx'),
  ]),
  route('stijl', 'routes/public/style.tsx'),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
