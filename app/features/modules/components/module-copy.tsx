import spokenStyles from '#app/ui/spoken.module.css?inline'
import badgeStyles from '#app/ui/state-badge.module.css?inline'
import tokens from '#app/ui/tokens.css?inline'
import type { ModulePage } from '../module-queries.server.ts'
import { licenceWords, moduleTexts as texts } from '../module-texts.ts'
import ownStyles from './module-copy.css?inline'
import textStyles from './module-text.module.css?inline'
import { ModuleText } from './module-text.tsx'
import pictogramStyles from './pictogram.module.css?inline'

const styles = [ownStyles, tokens, textStyles, pictogramStyles, badgeStyles, spokenStyles].join('\n')

type Props = {
  module: ModulePage
  region: string
  demo: boolean
  /** 'Kopie van 3 dec 2026' */
  day: string
  /** Where the newest version is. */
  address: string
}

/** A module as a page by itself, with its styles in it; `standsAlone` puts its pictures in. */
export function ModuleCopy({ module, region, demo, day, address }: Props) {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{module.title}</title>
        <style
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheets
          dangerouslySetInnerHTML={{ __html: styles }}
        />
      </head>
      <body>
        {demo && <p>{texts.copyOfDemo}</p>}
        <h1>{module.title}</h1>
        <p>{module.summary}</p>
        <ModuleText
          document={module.document}
          pictures={module.pictures}
          files={module.files}
          examModules={module.examModules}
        />
        <p>
          {texts.by(module.company)}, {region}. {licenceWords[module.licence].name}:{' '}
          {licenceWords[module.licence].means}
        </p>
        <p>
          {texts.copied(day)} <a href={address}>{texts.newest}</a>
        </p>
      </body>
    </html>
  )
}
