import { demoRoles } from '#app/features/people/demo-role.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import styles from './demo-logins.module.css'

/** In a demo: one press, and one looks around as somebody. Shown only where the region is a demo. */
export function DemoLogins() {
  return (
    <form method="post" action={paths.demoLogin()} className={styles.roles}>
      {demoRoles.map(({ role, label }) => (
        <Button key={role} kind="secondary" name="rol" value={role}>
          Bekijk als {label}
        </Button>
      ))}
    </form>
  )
}
