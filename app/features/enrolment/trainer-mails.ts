import { paths } from '#app/paths.ts'
import { act, facts, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatCount } from '#app/ui/format.ts'
import type { MailEdition } from './mail-parts.ts'
import { mine } from './mail-parts.ts'

type Change = { which: string; out: string | null; comes: string }

/**
 * Mails about who stands before a meeting. They never say why somebody falls out: that is theirs to tell, and nobody
 * needs it to know who comes.
 */
export const trainerMails = {
  participants: (edition: MailEdition, enrolmentId: number, { which, out, comes }: Change): Mail => ({
    title: `Andere trainer: ${edition.title}`,
    blocks: [
      text(
        out
          ? `${comes} geeft deze bijeenkomst van ${edition.title}, in plaats van ${out}. Tijd en plek blijven zoals ze waren.`
          : `${comes} geeft deze bijeenkomst van ${edition.title}. Tijd en plek blijven zoals ze waren.`,
      ),
      facts([
        ['Wanneer en waar', which],
        ...(out ? [['Was', out] as [string, string]] : []),
        ['Wordt', comes],
      ]),
      mine(enrolmentId),
    ],
  }),
  comes: (edition: MailEdition, { which, out }: Change, meetingId: number, participants: number): Mail => ({
    title: `Jij valt in: ${edition.title}`,
    blocks: [
      text(
        out
          ? `Je geeft deze bijeenkomst van ${edition.title}, in plaats van ${out}. De deelnemers hebben bericht.`
          : `Je geeft deze bijeenkomst van ${edition.title}. De deelnemers hebben bericht.`,
      ),
      facts([
        ['Wanneer en waar', which],
        ['Deelnemers', formatCount(participants, 'deelnemer', 'deelnemers')],
      ]),
      act('Open de presentielijst', paths.roster(meetingId)),
      text('Kun je niet? Bel meteen de coördinator.'),
    ],
  }),
  goes: (edition: MailEdition, { which, comes }: Change): Mail => ({
    title: `Iemand valt voor je in: ${edition.title}`,
    blocks: [
      text(`${comes} geeft deze bijeenkomst van ${edition.title}. Jij hoeft er niet te zijn.`),
      facts([['Wanneer en waar', which]]),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
  /** To the coordinators, at once. */
  reported: (
    edition: MailEdition,
    which: string,
    out: string,
    meetingId: number,
    participants: number,
  ): Mail => ({
    title: `Nu regelen, trainer valt uit: ${edition.title}`,
    blocks: [
      text(`${out} valt uit. Er staat nu niemand voor deze bijeenkomst van ${edition.title}.`),
      facts([
        ['Wanneer en waar', which],
        ['Deelnemers', formatCount(participants, 'deelnemer', 'deelnemers')],
      ]),
      act('Kies een vervanger of laat vervallen', paths.trainerOut(meetingId)),
    ],
  }),
  /** To the coordinators, when a co-trainer stays or takes over. */
  replaced: (edition: MailEdition, { which, out, comes }: Change): Mail => ({
    title: `Trainer vervangen: ${edition.title}`,
    blocks: [
      text(`${out ?? 'De trainer'} valt uit. ${comes} geeft deze bijeenkomst. Je hoeft niets te doen.`),
      facts([['Wanneer en waar', which]]),
    ],
  }),
  /** The trainers of a whole edition changed; to who takes part. */
  editionTrainers: (edition: MailEdition, enrolmentId: number, before: string, after: string): Mail => ({
    title: `Andere trainer: ${edition.title}`,
    blocks: [
      text(`${edition.title} krijgt een andere trainer. Tijd en plek blijven zoals ze waren.`),
      facts([
        ['Was', before],
        ['Wordt', after],
      ]),
      mine(enrolmentId),
    ],
  }),
  editionTrainerComes: (edition: MailEdition): Mail => ({
    title: `Jij bent trainer van: ${edition.title}`,
    blocks: [
      text(`De coördinator heeft jou als trainer gekozen van ${edition.title}.`),
      ...edition.lines.map((line) => text(line)),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
  editionTrainerGoes: (edition: MailEdition): Mail => ({
    title: `Je bent geen trainer meer van: ${edition.title}`,
    blocks: [
      text(`De coördinator heeft voor ${edition.title} een andere trainer gekozen.`),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
} as const
