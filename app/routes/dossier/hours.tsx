import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { chooseOwn, shareOwnChoice } from '#app/features/dossier/choose-hours.server.ts'
import { EntitledLines } from '#app/features/dossier/components/entitled-lines.tsx'
import { HourRows } from '#app/features/dossier/components/hour-rows.tsx'
import { HourSums } from '#app/features/dossier/components/hour-sums.tsx'
import { MyActivities } from '#app/features/dossier/components/my-activities.tsx'
import { hourActForm } from '#app/features/dossier/hour-form.ts'
import { findHourCard, listOutsideActivities } from '#app/features/dossier/hour-queries.server.ts'
import { hourTexts as texts, yearWords } from '#app/features/dossier/hour-texts.ts'
import { takeBackOutsideActivity } from '#app/features/dossier/outside-activity.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { database } from '#db/client.server.ts'
import { schoolYearOfRequest } from './school-year.server.ts'

export const meta: MetaFunction = () => [{ title: 'Urenkaart' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const db = database()
  const year = schoolYearOfRequest(args.request)
  const [card, activities, { shareOwnChoice }] = await Promise.all([
    findHourCard(db, actor.personId, year),
    listOutsideActivities(db, actor.personId),
    db
      .selectFrom('person')
      .select('shareOwnChoice')
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow(),
  ])
  return { year, card, activities, shares: shareOwnChoice }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const { firstYear } = schoolYearOfRequest(args.request)
  const db = database()
  return submit(args.request, hourActForm, async (input) => {
    const back = (text: string) => redirectWithNotice(paths.myHours(firstYear), text)
    if (input.act === 'choose') {
      await chooseOwn(db, actor, { id: input.enrolmentId }, input)
      return back(texts.chosen)
    }
    if (input.act === 'share') {
      await shareOwnChoice(db, actor, input)
      return back(input.share ? texts.shared : texts.notShared)
    }
    await takeBackOutsideActivity(db, actor, { id: input.activityId })
    return back(texts.takenBack)
  })
}

export default function Hours() {
  const { year, card, activities, shares } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title="Urenkaart"
      eyebrow={`Schooljaar ${yearWords(year.firstYear)}`}
      back={{ href: paths.mine(), label: 'Mijn overzicht' }}
      act={<LinkButton href={paths.addActivity()}>Scholing elders toevoegen</LinkButton>}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <FilterBar label="de urenkaart">
        <SelectField
          field={filterField('jaar', String(year.firstYear))}
          label="Schooljaar"
          choices={year.years.map((one) => ({ value: one, label: yearWords(one) }))}
        />
      </FilterBar>
      <HourSums sums={card.sums} entitled={card.entitled.length > 0 ? card.entitledMinutes : null} />
      <p>
        Voor het jaargesprek: <a href={paths.hourCardFile(year.firstYear, 'pdf')}>download als PDF</a> of{' '}
        <a href={paths.hourCardFile(year.firstYear, 'csv')}>als CSV</a>.
      </p>
      <Section title="De regels" id="regels" ruled={card.rows.length === 0}>
        {card.rows.length > 0 ? (
          <HourRows rows={card.rows} own />
        ) : (
          <EmptyState title="Hier staan straks je uren.">Je hebt dit schooljaar nog niets gedaan.</EmptyState>
        )}
      </Section>
      <Section
        title="Waar je recht op hebt"
        id="recht"
        ruled={card.entitled.length === 0}
        intro="Naar rato van je deeltijdfactor en van het deel van het jaar. Kijk de actuele cao na."
      >
        {card.entitled.length > 0 ? (
          <EntitledLines lines={card.entitled} />
        ) : (
          <p>We weten niet onder welke cao je werkt. Vraag de coördinator om het bij je werk te zetten.</p>
        )}
      </Section>
      <Section title="Scholing elders" ruled={activities.length === 0}>
        {activities.length > 0 ? (
          <MyActivities activities={activities} />
        ) : (
          <p>Deed je iets buiten dit portaal? Zet het erbij; je teamleider erkent het.</p>
        )}
      </Section>
      <Section
        title="Wat je teamleider ziet"
        ruled
        intro={
          shares
            ? 'Je teamleider ziet al je inschrijvingen en uren, ook wat je eigen keuze was.'
            : 'Je teamleider ziet wat in opdracht was. Wat je eigen keuze was niet, behalve een inschrijving die je team moest goedkeuren.'
        }
      >
        <Form bare>
          <input type="hidden" name="act" value="share" />
          {!shares && <input type="hidden" name="share" value="on" />}
          <Acts>
            <Button kind="secondary" small>
              {shares ? 'Verberg wat eigen keuze was' : 'Laat ook eigen keuze zien'}
            </Button>
          </Acts>
        </Form>
      </Section>
    </Page>
  )
}
