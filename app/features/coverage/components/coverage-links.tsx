import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'

/** The way from a team to what its school covers. */
export function CoverageLinks({ schools }: { schools: { id: number; name: string }[] }) {
  return (
    <Section title="Wie welke examenmodule geeft" ruled>
      <ul>
        {schools.map(({ id, name }) => (
          <li key={id}>
            <a href={paths.coverage(id)}>{`Dekking van de examenmodules op ${name}`}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
