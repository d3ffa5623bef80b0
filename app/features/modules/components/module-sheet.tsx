import { formatMonth } from '#app/ui/format.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import type { Cell } from '#app/ui/title-block.tsx'
import type { ModulePage } from '../module-queries.server.ts'
import { licenceWords, moduleTexts as texts } from '../module-texts.ts'
import { ModuleText } from './module-text.tsx'

/** A module as a sheet: its text, and along its foot the facts of a drawing. */
export function ModuleSheet({ module }: { module: ModulePage }) {
  return (
    <Sheet cells={moduleCells(module)} long>
      <ModuleText
        document={module.document}
        pictures={module.pictures}
        files={module.files}
        examModules={module.examModules}
      />
    </Sheet>
  )
}

function moduleCells(module: ModulePage): Cell[] {
  const { name, href } = licenceWords[module.licence]
  const cells: (Cell | false)[] = [
    { label: 'Duur', value: texts.lessons(module.lessons) },
    { label: 'Voor', value: texts.forWhom(module.levels, module.schoolYears) },
    module.examModules.length > 0 && {
      label: 'Examenmodules',
      value: module.examModules.map(({ code }) => code).join(', '),
    },
    { label: texts.holdsUntil, value: formatMonth(module.reviewBy) },
    { label: texts.use, value: href ? <a href={href}>{name}</a> : name },
  ]
  return cells.filter((cell) => cell !== false)
}
