// Lets concurrent writers share one commit, and so one wait for the disk, without sharing each other's failures.
import type { Outcome } from './tx.ts'

/** The one connection, as far as transactions go; every call is synchronous, and throws what the engine says. */
export interface TransactionControl {
  begin(): void
  commit(): void
  /** Never throws, and does nothing when no transaction is open. */
  rollback(): void
  savepoint(): void
  rollbackToSavepoint(): void
  releaseSavepoint(): void
}

export interface GroupCommit {
  /** Answers when the work is durable, or undone and the group that it ran in is durable. `run` may run twice. */
  write<Result>(run: () => Promise<Outcome<Result>>): Promise<Result>
  /** Whether a group is open, and with it uncommitted rows. */
  busy(): boolean
  /** Resolves when no group is open, before the next one begins. */
  idle(): Promise<void>
  /** Resolves when every writer has its answer. */
  drained(): Promise<void>
}

interface Job {
  run(): Promise<boolean>
  answer(): void
  fail(error: unknown): void
}

/** Bounds how long the first writer of a group waits for the last, and what a failed commit repeats. */
const GROUP_SIZE = 64

/** Group commit over one connection. */
export function groupCommit(connection: TransactionControl): GroupCommit {
  const waiting: Job[] = []
  let scheduled = false
  let open: Promise<void> | undefined

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      open = runGroup(connection, waiting.splice(0, GROUP_SIZE)).finally(() => {
        open = undefined
        scheduled = false
        if (waiting.length > 0) schedule()
      })
    })
  }

  return {
    write: (run) =>
      new Promise((resolve, reject) => {
        waiting.push(jobOf(run, resolve, reject))
        schedule()
      }),
    busy: () => open !== undefined,
    idle: async () => {
      while (open !== undefined) await open
    },
    drained: async () => {
      while (scheduled) await (open ?? new Promise(setImmediate))
    },
  }
}

function jobOf<Result>(
  run: () => Promise<Outcome<Result>>,
  resolve: (value: Result) => void,
  reject: (error: unknown) => void,
): Job {
  let outcome: Outcome<Result> | undefined
  return {
    run: async () => {
      outcome = await run()
      return outcome.ok
    },
    answer: () => {
      if (outcome?.ok) resolve(outcome.value)
      else reject(outcome?.error)
    },
    fail: reject,
  }
}

async function runGroup(connection: TransactionControl, jobs: readonly Job[]): Promise<void> {
  if (jobs.length > 1) {
    const verdict = await runTogether(connection, jobs)
    if (verdict === 'answered') return
  }
  for (const job of jobs) await runAlone(connection, job)
}

async function runTogether(connection: TransactionControl, jobs: readonly Job[]): Promise<'answered' | 'gone'> {
  try {
    connection.begin()
  } catch (error) {
    for (const job of jobs) job.fail(error)
    return 'answered'
  }
  try {
    for (const job of jobs) await runInSavepoint(connection, job)
    connection.commit()
  } catch {
    // Whoever caused it meets the same error again alone; the others must not suffer for it.
    connection.rollback()
    return 'gone'
  }
  for (const job of jobs) job.answer()
  return 'answered'
}

/** Throws when the engine has rolled everything back by itself: the savepoint is gone then. */
async function runInSavepoint(connection: TransactionControl, job: Job): Promise<void> {
  connection.savepoint()
  const kept = await job.run()
  if (!kept) connection.rollbackToSavepoint()
  connection.releaseSavepoint()
}

async function runAlone(connection: TransactionControl, job: Job): Promise<void> {
  try {
    connection.begin()
    if (await job.run()) connection.commit()
    else connection.rollback()
  } catch (error) {
    connection.rollback()
    job.fail(error)
    return
  }
  job.answer()
}
