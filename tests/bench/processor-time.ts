import { readdirSync, readFileSync } from 'node:fs'

/** What Linux keeps about a process: one tick is ten milliseconds. */
const msPerTick = 10

type Stat = { pid: number; parent: number; ownMs: number; endedChildrenMs: number }

function readStats(): Stat[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The name of the program stands between brackets and may hold anything.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      const ticks = (from: number) => Number(fields[from]) + Number(fields[from + 1])
      return [
        {
          pid: Number(name),
          parent: Number(fields[1]),
          ownMs: ticks(11) * msPerTick,
          endedChildrenMs: ticks(13) * msPerTick,
        },
      ]
    } catch {
      return []
    }
  })
}

/** A process and everything it started that still runs. */
function treeOf(root: number): Stat[] {
  const all = readStats()
  const tree = all.filter(({ pid }) => pid === root)
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid))
  return tree
}

/** Processor time, in and outside the kernel, that these processes and all they started have used so far. */
export function processorMs(roots: number[]): number {
  return roots
    .flatMap(treeOf)
    .reduce((total, { ownMs, endedChildrenMs }) => total + ownMs + endedChildrenMs, 0)
}

/** What these processes hold in memory, in MB; what they share is divided among them (the kernel's "Pss"). */
export function residentMegabytes(roots: number[]): { node: number; postgres: number } {
  const total = { node: 0, postgres: 0 }
  for (const { pid } of roots.flatMap(treeOf)) {
    const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
    const isPostgres = readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    total[isPostgres ? 'postgres' : 'node'] += kilobytes / 1024
  }
  return total
}
