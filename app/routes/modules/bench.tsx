import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ModuleText } from '#app/features/modules/components/module-text.tsx'
import { blocksOf, type ModuleDocument, withPart } from '#app/features/modules/document.ts'
import { moduleTexts as texts } from '#app/features/modules/module-texts.ts'
import { paths } from '#app/paths.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Progress } from '#app/ui/progress.tsx'
import styles from './bench.module.css'
import { loadModule } from './load-module.server.ts'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.module.title}: ${texts.benchStep(data.step, data.steps)}` : '' },
  { name: 'robots', content: 'noindex' },
]

/** One work step at a time; before the first stands what one needs and what is dangerous. */
export async function loader(args: LoaderFunctionArgs) {
  const module = await loadModule(args)
  const all = blocksOf(module.document, 'workStep')
  const asked = new URL(args.request.url).searchParams.get('stap') ?? '0'
  const step = /^\d{1,9}$/.test(asked) ? Number(asked) : 0
  if (step > all.length) throw redirect(paths.moduleBench(module.slug, all.length))
  const before = module.document.content.filter(({ type }) => type === 'safety' || type === 'materials')
  const shown = step === 0 ? before : all.slice(step - 1, step)
  const document: ModuleDocument = { type: 'doc', content: shown }
  return { module: withPart(module, document), step, steps: all.length }
}

export default function Bench() {
  const { module, step, steps } = useLoaderData<typeof loader>()
  const next = step < steps ? paths.moduleBench(module.slug, step + 1) : undefined
  return (
    <div className={styles.bench} data-keep-awake>
      <Page
        title={texts.benchStep(step, steps)}
        eyebrow={module.title}
        back={{ href: paths.moduleForPupils(module.slug), label: texts.wholeModule }}
      >
        {steps > 0 && <Progress value={step} max={steps} label={texts.benchProgress(step, steps)} />}
        {module.document.content.length > 0 ? (
          <ModuleText
            document={module.document}
            pictures={module.pictures}
            files={module.files}
            examModules={module.examModules}
            firstStep={Math.max(1, step)}
          />
        ) : (
          <p>{steps > 0 ? texts.nothingBefore : texts.noSteps}</p>
        )}
        <nav aria-label={texts.benchNavigation}>
          <Acts>
            {next && <LinkButton href={next}>{step === 0 ? texts.begin : texts.nextStep}</LinkButton>}
            {!next && steps > 0 && (
              <LinkButton href={paths.moduleForPupils(module.slug)}>{texts.benchDone}</LinkButton>
            )}
            {step > 0 && (
              <LinkButton kind="secondary" href={paths.moduleBench(module.slug, step - 1)}>
                {texts.previousStep}
              </LinkButton>
            )}
          </Acts>
        </nav>
      </Page>
    </div>
  )
}
