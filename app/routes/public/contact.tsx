import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactForm } from '#app/features/messages/contact-message-form.ts'
import {
  contactTexts,
  contactTopics,
  topicInAddress,
  topicWords,
} from '#app/features/messages/contact-message-texts.ts'
import { sendContactMessage } from '#app/features/messages/send-contact-message.server.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'
import styles from './contact.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

type Fields = Record<'topic' | 'name' | 'email' | 'organisation' | 'message', string>

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('onderwerp') ?? ''
  const { contactEmail, demo } = await theRegion(database())
  return {
    topic: Object.hasOwn(topicInAddress, asked) ? topicInAddress[asked] : undefined,
    contactEmail,
    demo,
    address: fullAddress(paths.contact()),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, contactForm, async (input) => {
    await sendContactMessage(database(), input, context)
    return redirectWithNotice(paths.contact(), contactTexts.sent)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: 'Contact', description: contactTexts.description, address: data?.address })

export default function Contact() {
  const { topic, contactEmail } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({
    lastResult: reply?.result,
    id: 'bericht',
    defaultValue: { topic },
  })
  return (
    <Page title="Ook met ons samenwerken?" intro={contactTexts.intro} narrow>
      <Form form={form} keep>
        <RadioGroup
          field={fields.topic}
          label="Waar gaat het over?"
          required
          choices={contactTopics.map((value) => ({ value, label: capitalise(topicWords[value]) }))}
        />
        <TextField field={fields.name} label="Je naam" autoComplete="name" required />
        <TextField field={fields.email} label="Je e-mailadres" type="email" autoComplete="email" required />
        <TextField field={fields.organisation} label="School of bedrijf" autoComplete="organization" />
        <TextArea field={fields.message} label="Je bericht" rows={7} required />
        <div className={styles.unseen} aria-hidden="true">
          <label htmlFor="bericht-website">Laat dit leeg</label>
          <input id="bericht-website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <Acts>
          <Button>Verstuur</Button>
        </Acts>
      </Form>
      <p>
        We gebruiken wat je invult alleen om je te antwoorden.{' '}
        <TextLink href={paths.privacy()}>Lees hoe we met gegevens omgaan</TextLink>.
        {contactEmail && (
          <>
            {' '}
            Liever mailen? Dat kan naar <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
          </>
        )}
      </p>
    </Page>
  )
}
