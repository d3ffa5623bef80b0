import type { FieldSource } from './field.tsx'

/** A field of a form that has no schema: its name and what is chosen now. */
export function filterField(name: string, value: string | readonly string[] | null | undefined): FieldSource {
  const several = Array.isArray(value)
  return {
    id: `filter-${name}`,
    name,
    defaultValue: several ? undefined : ((value as string | null | undefined) ?? undefined),
    defaultOptions: several ? [...value] : undefined,
    defaultChecked: !several && value === 'on',
  }
}
