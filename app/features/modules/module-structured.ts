import { lessonMinutes } from './module.ts'
import type { ModulePage } from './module-queries.server.ts'
import { licenceWords } from './module-texts.ts'

/** A module as search engines understand it: https://schema.org/LearningResource, aligned with the official exam modules. */
export function structuredModule(module: ModulePage, address: string): object {
  const { href } = licenceWords[module.licence]
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: module.title,
    description: module.summary,
    url: address,
    inLanguage: 'nl',
    learningResourceType: 'praktijkmodule',
    timeRequired: `PT${module.lessons * lessonMinutes}M`,
    datePublished: module.publishedAt.toISOString().slice(0, 10),
    version: module.number,
    author: { '@type': 'Organization', name: module.company },
    ...(href && { license: href }),
    educationalLevel: module.levels.map((level) => `vmbo ${level}`),
    educationalAlignment: module.examModules.map(({ code, title }) => ({
      '@type': 'AlignmentObject',
      alignmentType: 'teaches',
      educationalFramework: 'Examenprogramma beroepsgericht vmbo',
      targetName: title,
      targetDescription: code,
    })),
  }
}
