// Worlds over HTTP: starting one answers with what `atrium dev --json` prints, and its id.
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { bodyOf } from '../../api/schemas/body.ts'
import type { Json } from '../../api/wire/json.ts'
import type { Seed } from '../../seed/seed-schema.ts'
import { judgeSeed, sentenceOf } from '../../seed/seed-value.ts'
import { isInRange, parseInstant } from '../clock/instants.ts'
import { startFacts } from '../first-steps.ts'
import { refuseToDrive } from '../refusal.ts'
import { sendJson } from '../send.ts'
import type { Tenant, TenantOptions, Tenants } from './tenants.ts'

export interface TenantsDeps {
  readonly tenants: Tenants
}

const PATH = '/_atrium/tenants'
/** As many problems as an answer tells. */
const MOST_PROBLEMS = 20

/** More than any seed has; what looks at seeds goes down by calling itself. */
const MOST_LEVELS = 32

/** What stands in a seed is judged by its own rules. */
const newTenant = bodyOf(
  Type.Object(
    { seed: Type.Optional(Type.Unknown()), now: Type.Optional(Type.String()), limits: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  'seed',
)

type One = { readonly Params: { readonly id: string } }

/** POST and GET /_atrium/tenants; GET and DELETE of one. */
export function registerTenants(scope: FastifyInstance, { tenants }: TenantsDeps): void {
  scope.post<{ Body: Buffer | undefined }>(PATH, async ({ body }, reply) =>
    sendJson(reply, 201, presentTenant(await tenants.start(readOptions(body)))),
  )
  scope.get(PATH, async (_request, reply) => sendJson(reply, 200, tenants.list().map(presentTenant)))
  scope.get<One>(`${PATH}/:id`, async ({ params }, reply) =>
    sendJson(reply, 200, presentTenant(tenants.get(params.id))),
  )
  scope.delete<One>(`${PATH}/:id`, async ({ params }, reply) => {
    await tenants.stop(params.id)
    return reply.code(204).send()
  })
}

const presentTenant = (tenant: Tenant): Json => ({ ...startFacts(tenant), id: tenant.id })

/** Nothing but the defaults when there is no body. */
function readOptions(body: Buffer | undefined): TenantOptions {
  if (body === undefined || body.length === 0) return {}
  const { seed, now, limits } = newTenant.read(body, [])
  return {
    seed: seed === undefined ? undefined : readSeed(seed),
    now: now === undefined ? undefined : readNow(now),
    limits: limits === undefined || limits === 'atlas' ? limits : refuseLimits(limits),
  }
}

function readSeed(value: unknown): Seed {
  if (isDeeperThan(value, MOST_LEVELS)) return refuseSeed(['It is nested too deeply.'])
  const judged = judgeSeed(value)
  if (judged.seed) return judged.seed
  const sentences = judged.problems.slice(0, MOST_PROBLEMS).map((problem) => sentenceOf(value, problem))
  const rest = judged.problems.length - sentences.length
  const more = rest > 0 ? [`There are ${rest} more problems.`] : []
  return refuseSeed([...sentences, ...more])
}

const refuseSeed = (sentences: readonly string[]): never =>
  refuseToDrive(400, 'INVALID_SEED', ['The seed cannot be used.', ...sentences].join(' '), sentences)

const isDeeperThan = (value: unknown, levels: number): boolean =>
  value instanceof Object && (levels === 0 || Object.values(value).some((each) => isDeeperThan(each, levels - 1)))

function readNow(text: string): number {
  const at = parseInstant(text)
  if (at !== undefined && isInRange(at)) return at
  return refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    `${JSON.stringify(text)} is no time at which a clock can stand: send one of this century such as 2027-07-02T00:00:00Z.`,
    ['now'],
  )
}

const refuseLimits = (limits: string): never =>
  refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    `There are no limits called ${JSON.stringify(limits)}: send "atlas", or leave it out for none.`,
    ['limits'],
  )
