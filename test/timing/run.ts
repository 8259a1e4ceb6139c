// `npm run timing`: how long answers take tells nobody whether an account exists. Each endpoint is asked for accounts that
// do and that do not, in turn, and a server without its dummy hash has to be found out, or the measurement is worth nothing.
import { parseArgs } from 'node:util'
import { buildProgram, type Patch } from '../harness/program-build.ts'
import { digest, type Question, reset, signIn, timed, token } from './requests.ts'
import { type Served, serve } from './served.ts'
import { areaUnderCurve, median } from './statistics.ts'

const { values } = parseArgs({ options: { samples: { type: 'string', default: '2000' } } })
const SAMPLES = Number(values.samples)
const CONTROL_SAMPLES = Math.min(SAMPLES, 300)
const WARM_UP = 50
const TOLERANCE = 0.04
const CONTROL_AT_LEAST = 0.9

/** Answers at once when there is nothing to compare the password with. */
const NO_DUMMY_HASH: readonly Patch[] = [
  {
    find: '  const isRight = await passwords.verify(password, passwordHash)\n',
    replace: '  const isRight = passwordHash !== undefined && (await passwords.verify(password, passwordHash))\n',
  },
]

interface Measured {
  readonly existing: readonly number[]
  readonly unknown: readonly number[]
}

/** One of each in turn, in either order, so that whatever else the machine does falls on both alike. */
async function measure(served: Served, question: Question, samples: number): Promise<Measured> {
  const existing: number[] = []
  const unknown: number[] = []
  for (let number = 0; number < WARM_UP + samples; number += 1) {
    const ask = async (exists: boolean): Promise<void> => {
      const took = await timed(question, served.url, await question.prepare(served, exists, number))
      if (number >= WARM_UP) (exists ? existing : unknown).push(took)
    }
    const first = Math.random() < 0.5
    await ask(first)
    await ask(!first)
  }
  return { existing, unknown }
}

function tell(name: string, { existing, unknown }: Measured, isGood: (area: number) => boolean): boolean {
  const area = areaUnderCurve(existing, unknown)
  const good = isGood(area)
  const figures = [existing.length, median(existing).toFixed(2), median(unknown).toFixed(2), area.toFixed(3)]
  console.log([name.padEnd(26), ...figures.map((figure) => String(figure).padStart(9)), good ? '' : 'FAILED'].join(' '))
  return good
}

async function compare(): Promise<boolean> {
  await using program = await buildProgram()
  await using served = await serve(program, SAMPLES + WARM_UP)
  let allGood = true
  for (const question of [signIn, reset, digest, token]) {
    const heaps = await measure(served, question, SAMPLES)
    allGood = tell(question.name, heaps, (area) => Math.abs(area - 0.5) <= TOLERANCE) && allGood
  }
  return allGood
}

async function control(): Promise<boolean> {
  await using program = await buildProgram(NO_DUMMY_HASH)
  await using served = await serve(program, CONTROL_SAMPLES + WARM_UP)
  const heaps = await measure(served, signIn, CONTROL_SAMPLES)
  return tell('sign-in, no dummy hash', heaps, (area) => area > CONTROL_AT_LEAST)
}

const began = performance.now()
console.log('endpoint                     samples  existing   unknown       AUC   (medians in ms)')
const isSilent = await compare()
const isSensitive = await control()
console.log(`took ${Math.round((performance.now() - began) / 1000)} s`)
// The bundler and kept connections would keep the process alive.
process.exit(isSilent && isSensitive ? 0 : 1)
