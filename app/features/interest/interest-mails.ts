import { paths } from '#app/paths.ts'
import { act, facts, type Mail, text } from '#app/platform/mail/mail.ts'

/** Mails about what people miss. */
export const interestMails = {
  wishAnswered: (what: string, answer: string): Mail => ({
    title: `Antwoord op je melding: ${what}`,
    blocks: [
      text(`Je meldde dat je dit mist: ${what}. De coördinator antwoordt:`),
      text(answer),
      act('Bekijk je meldingen', paths.mine()),
    ],
  }),
  /** `slug` only when the page can be seen. */
  wishLinked: (what: string, title: string, slug: string | undefined): Mail => ({
    title: `Hier komt aanbod voor: ${what}`,
    blocks: [
      text(`Je meldde dat je dit mist: ${what}. Daar past dit bij: ${title}.`),
      text(
        'Je staat op de lijst. Komt er een datum, dan krijg je als eerste een plek aangeboden. Je hebt dan vijf dagen om te kiezen.',
      ),
      slug
        ? act('Bekijk het aanbod', paths.offering(slug))
        : act('Bekijk waar je op de lijst staat', paths.mine()),
    ],
  }),
  wishClosed: (what: string, reason: string): Mail => ({
    title: `Dit komt er niet: ${what}`,
    blocks: [
      text(`Je meldde dat je dit mist: ${what}. We organiseren het niet.`),
      facts([['Reden', reason]]),
      act('Bekijk het aanbod', paths.catalogue()),
    ],
  }),
} as const
