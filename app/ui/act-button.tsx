import { Button, type ButtonKind } from './button.tsx'

type Props = {
  act: string
  /** What it is about, as hidden fields. */
  about?: Record<string, number>
  kind?: ButtonKind
  small?: boolean
  children: string
  /** What it is called when several of them stand on the page. */
  name?: string
}

/** One press that does one thing. */
export function ActButton({ act, about = {}, kind = 'quiet', small = true, children, name }: Props) {
  return (
    <form method="post">
      <input type="hidden" name="act" value={act} />
      {Object.entries(about).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Button kind={kind} small={small} aria-label={name}>
        {children}
      </Button>
    </form>
  )
}
