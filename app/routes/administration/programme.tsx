import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { changeProject, projectForm } from '#app/features/programme/change-project.server.ts'
import { findProgramme, listProjects } from '#app/features/programme/programme-queries.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-fields.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Programma beheren' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'programme.manage')
  const [projects, { goals }] = await Promise.all([listProjects(database()), findProgramme(database())])
  return { projects, goals }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'programme.manage')
  return submit(args.request, projectForm, async (input) => {
    await changeProject(database(), actor, input)
    return redirectWithNotice(paths.manageProgramme(), `Project ${input.number} is bewaard.`)
  })
}

export default function ManagedProgramme() {
  const { projects, goals } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.result
  const typed = refused?.initialValue as { number?: string; summary?: string } | undefined
  const sentence = Object.values<string[] | null>(refused?.error ?? {}).flat()[0]
  return (
    <Page
      title="Programma"
      back={{ href: paths.desk(), label: 'Beheer' }}
      intro="Wat elk project over zichzelf zegt, en aan welke doelen het bijdraagt."
    >
      {sentence && <Notice kind="stop" title={sentence} role="alert" />}
      {projects.map((project) => (
        <Section key={project.number} title={`${project.number}. ${project.title}`} ruled>
          <Form bare keep aria-label={`Project ${project.number}`}>
            <input type="hidden" name="number" value={project.number} />
            <TextArea
              field={{
                ...filterField(
                  'summary',
                  typed?.number === String(project.number) ? typed.summary : project.summary,
                ),
                id: `summary-${project.number}`,
              }}
              label="Waar het over gaat"
              rows={4}
            />
            <CheckboxGroup
              field={{ ...filterField('goals', project.goals.map(String)), id: `goals-${project.number}` }}
              label="Draagt bij aan"
              choices={goals.map((goal) => ({ value: goal.number, label: `${goal.number}. ${goal.title}` }))}
            />
            <Button kind="secondary">Bewaar project {project.number}</Button>
          </Form>
        </Section>
      ))}
    </Page>
  )
}
