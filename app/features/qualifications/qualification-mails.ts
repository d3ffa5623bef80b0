import { paths } from '#app/paths.ts'
import { act, facts, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatDayYear } from '#app/ui/format.ts'

type Paper = { id: number; title: string }

/** What holders and those who act for an employer are told. */
export const qualificationMails = {
  refused: ({ id, title }: Paper, reason: string): Mail => ({
    title: `${title}: er klopt nog iets niet`,
    blocks: [
      text(`Je ${title} is nagekeken en telt nu niet mee.`),
      facts([['Waarom', reason]]),
      text('Verbeter het in je dossier. Dan kijkt iemand het opnieuw na.'),
      act('Verbeter het', paths.myPaper(id)),
    ],
  }),
  /** To a team lead, by a link that acts without logging in. */
  asked: (
    { title, what }: { title: string; what: 'confirmation' | 'designation' },
    holder: { name: string; givenName: string },
    token: string,
  ): Mail => ({
    title:
      what === 'confirmation'
        ? `Wil je de ${title} van ${holder.name} bevestigen?`
        : `Wil je ${holder.name} aanwijzen voor ${title}?`,
    blocks: [
      text(
        what === 'confirmation'
          ? `${holder.name} heeft een ${title}. Die blijft alleen geldig als de werkgever elke paar maanden bevestigt dat ${holder.givenName} er het werk van heeft gedaan.`
          : `${holder.name} heeft de opleiding voor ${title}. Die geldt pas als de werkgever ${holder.givenName} ook schriftelijk aanwijst, met werkzaamheden en termijn.`,
      ),
      act(what === 'confirmation' ? 'Bekijk en bevestig' : 'Bekijk en wijs aan', paths.attest(token)),
    ],
  }),
  confirmed: ({ id, title }: Paper, by: string, until: string): Mail => ({
    title: `${title}: bevestigd`,
    blocks: [
      text(`${by} heeft je ${title} bevestigd. Volgende bevestiging: uiterlijk ${formatDayYear(until)}.`),
      act('Bekijk je dossier', paths.myPaper(id)),
    ],
  }),
  designated: (
    title: string,
    by: string,
    designation: { tasks: string; startsOn: string; endsOn: string },
  ): Mail => ({
    title: `Je bent aangewezen voor ${title}`,
    blocks: [
      text(`${by} heeft je namens je werkgever aangewezen.`),
      facts([
        ['Werkzaamheden', designation.tasks],
        ['Van', formatDayYear(designation.startsOn)],
        ['Tot en met', formatDayYear(designation.endsOn)],
      ]),
      act('Bekijk je dossier', paths.myDossier()),
    ],
  }),
  designationWithdrawn: (title: string, by: string, reason: string): Mail => ({
    title: `Je aanwijzing voor ${title} is ingetrokken`,
    blocks: [
      text(`${by} heeft de aanwijzing namens je werkgever ingetrokken.`),
      facts([['Waarom', reason]]),
      act('Bekijk je dossier', paths.myDossier()),
    ],
  }),
} as const
