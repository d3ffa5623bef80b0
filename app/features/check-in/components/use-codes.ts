import { useEffect, useState } from 'react'
import { stepAt, stepMs } from '../check-in.ts'
import { type Codes, makeCodes } from '../make-codes.ts'

export type Shown = { code: string; secondsLeft: number }

/** The code of this moment, made on this device; `first` is what the server showed before scripts ran. */
export function useCodes(secret: string | null, now: () => Date, first: string) {
  const [codes, setCodes] = useState<Codes>()
  const [shown, setShown] = useState<Shown>({ code: first, secondsLeft: stepMs / 1000 })

  useEffect(() => {
    if (secret) void makeCodes(secret).then(setCodes, () => setCodes(undefined))
  }, [secret])

  useEffect(() => {
    if (!codes) return
    let gone = false
    const tick = async () => {
      const at = now().getTime()
      const code = await codes.codeOf(stepAt(at))
      if (!gone) setShown({ code, secondsLeft: Math.ceil((stepMs - (at % stepMs)) / 1000) })
    }
    void tick()
    const timer = setInterval(tick, 500)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [codes, now])
  return { codes, shown }
}
