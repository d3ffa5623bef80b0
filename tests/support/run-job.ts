import { runJob } from '#app/jobs.server.ts'
import { connect } from '#db/client.server.ts'

/** One job in a process of its own, that a test may kill: `node tests/support/run-job.ts <name> <database>`. */
const [name = '', address = ''] = process.argv.slice(2)
const { db } = connect(address)
await runJob(db, name)
await db.destroy()
