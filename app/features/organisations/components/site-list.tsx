import { paths } from '#app/paths.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { holidayRegionWords } from '../organisation-texts.ts'

type Site = {
  id: number
  name: string
  street: string | null
  postcode: string | null
  town: string
  holidayRegion: keyof typeof holidayRegionWords
  directions: string | null
  rooms: { id: number; name: string }[]
}

/** Where an organisation is: each site with its address and its rooms. */
export function SiteList({ organisationId, sites }: { organisationId: number; sites: Site[] }) {
  return sites.map((site) => (
    <Section
      key={site.id}
      level={3}
      title={site.name}
      act={
        <a href={paths.manageSite(organisationId, site.id)} aria-label={`${site.name}: wijzig`}>
          Wijzig
        </a>
      }
    >
      <DefinitionList
        items={[
          {
            term: 'Adres',
            value: [site.street, [site.postcode, site.town].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', '),
          },
          { term: 'Vakantieregio', value: holidayRegionWords[site.holidayRegion] },
          ...(site.directions ? [{ term: 'Hoe kom je er?', value: site.directions }] : []),
          {
            term: 'Lokalen',
            value:
              site.rooms.length === 0
                ? 'nog geen'
                : site.rooms.map((room, index) => (
                    <span key={room.id}>
                      {index > 0 && ', '}
                      <a href={paths.renameRoom(organisationId, room.id)}>{room.name}</a>
                    </span>
                  )),
          },
        ]}
      />
    </Section>
  ))
}
