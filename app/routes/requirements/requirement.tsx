import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { AskedFields } from '#app/features/requirements/components/requirement-fields.tsx'
import { appliesTo } from '#app/features/requirements/requirement.ts'
import { requirementActForm } from '#app/features/requirements/requirement-form.ts'
import {
  findRule,
  listPeopleInView,
  listTicks,
  listTypesToAsk,
} from '#app/features/requirements/requirement-queries.server.ts'
import {
  forWhomWords,
  requirementTexts as texts,
  whatWords,
} from '#app/features/requirements/requirement-texts.ts'
import { changeRequirement, endRequirement } from '#app/features/requirements/save-requirement.server.ts'
import { tickAreas } from '#app/features/requirements/tick-areas.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Unfold } from '#app/ui/act-list.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import { CheckboxGrid } from '#app/ui/checkbox-grid.tsx'
import { Form } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Eis' }]

async function find(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const rule = orNotFound(await findRule(database(), idFrom(args.params.id)))
  authorize(actor, 'requirement.manage', { teamId: rule.keptByTeamId })
  // Back to where they came from: a coordinator who leads no team looks at a school.
  const schoolId = actor.isCoordinator ? rule.organisationId : undefined
  return { actor, rule, schoolId }
}

export async function loader(args: LoaderFunctionArgs) {
  const { rule, schoolId } = await find(args)
  const db = database()
  const cover = rule.kind === 'cover'
  const [people, ticks, types] = await Promise.all([
    cover ? listPeopleInView(db, { organisationId: rule.organisationId }) : [],
    cover ? listTicks(db, [rule.id]) : [],
    cover ? [] : listTypesToAsk(db, rule.typeCodes),
  ])
  return {
    schoolId,
    kind: rule.kind,
    asked: {
      typeCodes: [...rule.typeCodes],
      minimum: rule.minimum?.toString() ?? '',
      title: rule.title ?? '',
      areas: rule.areas.join('\n'),
    },
    types: types.map(({ code, title }) => ({ value: code, label: title })),
    what: capitalise(whatWords(rule, rule.typeTitles)),
    forWhom: capitalise(forWhomWords(rule)),
    areas: rule.areas,
    people: people.filter((person) => appliesTo(rule, person)).map(({ id, name }) => ({ id, name })),
    ticks: ticks.map(({ personId, area }) => `${personId} ${area}`),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, rule, schoolId } = await find(args)
  return submit(args.request, requirementActForm, async (input) => {
    if (input.act === 'end') {
      await endRequirement(database(), actor, rule)
      return redirectWithNotice(paths.requirements(schoolId), texts.ended)
    }
    if (input.act === 'change') {
      await changeRequirement(database(), actor, rule, input)
      return redirectWithNotice(paths.requirement(rule.id), texts.saved)
    }
    await tickAreas(database(), actor, rule, input.ticks)
    return redirectWithNotice(paths.requirement(rule.id), texts.ticked)
  })
}

export default function Requirement() {
  const { schoolId, what, forWhom, areas, people, ticks, kind, asked, types } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const changing = lastResult?.initialValue?.act === 'change'
  const [form, fields] = useForm<typeof asked>({
    lastResult: changing ? lastResult : undefined,
    defaultValue: asked,
  })
  const refused = changing ? undefined : firstError(lastResult)
  return (
    <Page
      title={what}
      eyebrow={forWhom}
      back={{ href: paths.requirements(schoolId), label: 'Eisen en groepen' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {areas.length > 0 && (
        <Form bare aria-label="Wie beheerst wat">
          <input type="hidden" name="act" value="tick" />
          {people.length > 0 ? (
            <>
              <CheckboxGrid
                field={{ id: 'ticks', name: 'ticks', defaultOptions: ticks }}
                label="Wie beheerst wat"
                hint="Vink aan wat iemand volgens jou kan. Dat zegt niets over bevoegd zijn."
                rows={people.map(({ id, name }) => ({ key: String(id), label: name }))}
                columns={areas.map((area) => ({ key: area, label: area }))}
                cellValue={(person, area) => `${person} ${area}`}
              />
              <Acts>
                <Button>Bewaar</Button>
              </Acts>
            </>
          ) : (
            <p>Er is nog niemand voor wie deze eis geldt.</p>
          )}
        </Form>
      )}
      <Section title="Vraag je iets anders?" ruled>
        <Unfold label="Wijzig de eis" open={changing}>
          <Form form={form} keep>
            <input type="hidden" name="act" value="change" />
            <AskedFields kind={kind} fields={fields} types={types} />
            <Acts>
              <Button>Bewaar de eis</Button>
            </Acts>
          </Form>
        </Unfold>
      </Section>
      <Section title="Geldt het niet meer?" ruled>
        <Unfold label="Beëindig de eis">
          <p>Vanaf dan telt de eis voor niemand meer, en verdwijnt de kolom uit het overzicht.</p>
          <Acts>
            <ActButton act="end" kind="danger">
              Ja, beëindig de eis
            </ActButton>
          </Acts>
        </Unfold>
      </Section>
    </Page>
  )
}
