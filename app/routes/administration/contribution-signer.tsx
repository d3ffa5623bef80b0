import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { sendRequest } from '#app/features/contributions/ask-signatures.server.ts'
import { ContributionTable } from '#app/features/contributions/components/contribution-table.tsx'
import { contributionQuery } from '#app/features/contributions/contribution-filter.ts'
import { contactForm } from '#app/features/contributions/contribution-form.ts'
import { listContributions } from '#app/features/contributions/contribution-queries.server.ts'
import { removeContact, setContact } from '#app/features/contributions/set-contact.server.ts'
import { listSigners } from '#app/features/contributions/signer-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, readFormData, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Wie tekent voor ${data.organisation.name}` : 'Wie tekent' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  const db = database()
  const id = idFrom(args.params.id)
  const organisation = orNotFound(
    await db.selectFrom('organisation').select(['id', 'name']).where('id', '=', id).executeTakeFirst(),
  )
  const [signers, contact, lines] = await Promise.all([
    listSigners(db, id),
    db
      .selectFrom('contributionContact')
      .select(['name', 'email'])
      .where('organisationId', '=', id)
      .executeTakeFirst(),
    listContributions(db, { organisationId: id, state: 'waits_for_signature' }, 1),
  ])
  return { organisation, signers, contact: contact ?? null, lines }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contribution.manage')
  const db = database()
  const id = idFrom(args.params.id)
  orNotFound(await db.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst())
  const back = paths.contributionSigner(id)
  const form = await readFormData(args.request)
  if (form.get('act') === 'send') {
    return submit(form, z.object({}), async () => {
      const mailIds = await sendRequest(db, actor, id)
      const text = `De link is verstuurd naar ${formatCount(mailIds.length, 'adres', 'adressen')}.`
      return redirectWithNotice(back, { kind: 'ok', text, mailId: mailIds[0] })
    })
  }
  if (form.get('act') === 'forget') {
    await removeContact(db, actor, id)
    return redirectWithNotice(back, 'De naam en het adres zijn gewist.')
  }
  return submit(form, contactForm, async (input) => {
    await setContact(db, actor, id, input)
    return redirectWithNotice(back, 'Bewaard. De link gaat voortaan daarheen.')
  })
}

export default function ContributionSigner() {
  const { organisation, signers, contact, lines } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const [form, fields] = useForm<Record<'name' | 'email', string>>({
    id: 'contact',
    lastResult: result,
    defaultValue: contact ?? undefined,
  })
  const refused = result && Object.keys(result.error ?? {}).join() === '' ? firstError(result) : undefined
  const byAccount = signers.some(({ personId }) => personId !== null)
  return (
    <Page
      title={organisation.name}
      eyebrow="Wie tekent"
      back={{ href: paths.contributionSigners(), label: 'Links naar bedrijven' }}
      act={
        signers.length > 0 &&
        lines.length > 0 && (
          <ActButton act="send" kind="act" small={false}>
            Stuur de link
          </ActButton>
        )
      }
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {signers.length === 0 ? (
        <Notice kind="warn" title="Niemand kan nog tekenen.">
          Vul hieronder een naam en een e-mailadres in.
        </Notice>
      ) : (
        <p>
          De link gaat naar {signers.map(({ name, address }) => `${name} (${address})`).join(' en ')}.
          {byAccount &&
            ' Dat is wie hier de rol ‘tekent bijdragen’ heeft, en anders wie het bedrijf beheert.'}
        </p>
      )}
      <Section title="Wacht op handtekening" ruled>
        {lines.length === 0 ? (
          <EmptyState title="Er wacht niets." />
        ) : (
          <ContributionTable lines={lines} caption="Wat wacht op een handtekening" />
        )}
        <p>
          <a href={`${paths.manageContributions()}${contributionQuery({ organisationId: organisation.id })}`}>
            Alle bijdragen van {organisation.name}
          </a>
        </p>
      </Section>
      <Section
        title="Naam en adres zonder account"
        ruled
        intro="Alleen nodig als niemand van de organisatie een account heeft om te tekenen. Links naar een vorig adres werken dan niet meer."
      >
        <Form form={form}>
          <TextField field={fields.name} label="Naam" autoComplete="off" required />
          <TextField field={fields.email} label="E-mailadres" type="email" autoComplete="off" required />
          <Acts>
            <Button kind="secondary" name="act" value="contact">
              Bewaar
            </Button>
          </Acts>
        </Form>
        {contact && <ActButton act="forget">Wis deze naam en dit adres</ActButton>}
      </Section>
    </Page>
  )
}
