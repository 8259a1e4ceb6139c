// The API's case list: a sentence is declared once and holds in every dialect on every engine.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AtriumOptions } from './atrium.ts'
import { ACME, type CallerName } from './case-seed.ts'
import { replay } from './replay.ts'
import { engines, type TestEngine } from './stores.ts'
import { type Answer, type Client, countsOf, DIALECTS, type DialectUnderTest, startWorld, type World } from './world.ts'

/** One dialect on one engine, as a case speaks of it. */
export interface Given {
  readonly world: World
  readonly dialect: DialectUnderTest
  /** Whether the dialect is one of Atlas's. */
  readonly isAtlas: boolean
  readonly owner: Client
  as(name: CallerName): Client
  /** An address that nobody has used. */
  address(): string
  /** A name that no project has. */
  name(): string
  /** The dialect's address of a path, as links show it. */
  href(path: string): string
}

export interface Cases {
  /** Declares the case once for each dialect on each engine. */
  inEveryDialect(sentence: string, run: (given: Given) => Promise<void>, dialects?: readonly DialectUnderTest[]): void
  /**
   * Declares the case once for each dialect, on one engine or the other in turn: for long tables of requests that are
   * refused before the store is asked.
   */
  inEachDialectOnce(sentence: string, run: (given: Given) => Promise<void>): void
  /** Declares the case once for each engine. */
  onEveryEngine(sentence: string, run: (world: World) => Promise<void>): void
}

/** Serves one world per engine for the cases of this file; each case uses addresses and names of its own. */
export function cases(options: Partial<AtriumOptions> = {}): Cases {
  const served = engines.map((engine) => ({ engine, world: serve(engine, options) }))
  const declare = (
    sentence: string,
    { engine, world }: (typeof served)[number],
    dialect: DialectUnderTest,
    run: (given: Given) => Promise<void>,
  ): void => {
    test(`${sentence} (${dialect.name}, ${engine.name})`, () => run(speaking(world(), dialect)))
  }
  return {
    inEveryDialect: (sentence, run, dialects = DIALECTS) => {
      for (const each of served) for (const dialect of dialects) declare(sentence, each, dialect, run)
    },
    inEachDialectOnce: (sentence, run) => {
      for (const [index, dialect] of DIALECTS.entries()) {
        const each = served[index % served.length]
        if (each) declare(sentence, each, dialect, run)
      }
    },
    onEveryEngine: (sentence, run) => {
      for (const { engine, world } of served) test(`${sentence} (${engine.name})`, () => run(world()))
    },
  }
}

const REPLAY_MILLISECONDS = 60_000

function serve(engine: TestEngine, options: Partial<AtriumOptions>): () => World {
  let world: World | undefined
  beforeAll(async () => {
    world = await startWorld(engine, options)
  })
  afterAll(async () => {
    await using ended = world
    // Where requests are counted or old versions gone, another answer comes before the one that matters here.
    if (ended && !options.limitsRates && !options.enforcesSunsets) await replay(ended)
  }, REPLAY_MILLISECONDS)
  return () => {
    if (!world) throw new Error('The world has not been started.')
    return world
  }
}

/** The world as one dialect's clients see it. */
function speaking(world: World, dialect: DialectUnderTest): Given {
  const as = (name: CallerName): Client => world.client(dialect, name)
  return {
    world,
    dialect,
    isAtlas: dialect.isAtlas,
    as,
    owner: as('owner'),
    address: () => `guest-${world.next()}@new.example`,
    name: () => `Project no. ${world.next()}`,
    href: (path) => `${world.atrium.url}${dialect.prefix}${path}`,
  }
}

export const ORG_INVITES = `/orgs/${ACME.id}/invites`
export const invitesOf = (projectId: string): string => `/groups/${projectId}/invites`
export const PROJECT_INVITES = invitesOf(ACME.project0)

export interface Invited {
  readonly id: string
  readonly username: string
  readonly answer: Answer
}

/** A pending invitation to Acme by its owner. */
export async function invitedToOrg(given: Given, body: Readonly<Record<string, unknown>> = {}): Promise<Invited> {
  const sent = { roles: ['ORG_MEMBER'], username: given.address(), ...body }
  return invited(sent.username, await given.owner.post(ORG_INVITES, sent))
}

/** A pending invitation to a project, Project 0 unless said, by the organization's owner. */
export async function invitedToProject(
  given: Given,
  body: Readonly<Record<string, unknown>> = {},
  projectId: string = ACME.project0,
): Promise<Invited> {
  const sent = { roles: ['GROUP_READ_ONLY'], username: given.address(), ...body }
  return invited(sent.username, await given.owner.post(invitesOf(projectId), sent))
}

function invited(username: string, answer: Answer): Invited {
  if (answer.status >= 300) throw new Error(`No invitation was made: ${answer.status} ${answer.text}`)
  return { id: answer.at('id'), username, answer }
}

/** A new project of Acme, by its owner. */
export async function newProject(given: Given, name = given.name()): Promise<string> {
  const answer = await given.owner.post('/groups', { name, orgId: ACME.id })
  return answer.at('id')
}

/** The invited person presses the button. */
export const accept = ({ world }: Pick<Given, 'world'>, id: string): Promise<Answer> => act(world, id, 'accept')
export const decline = ({ world }: Pick<Given, 'world'>, id: string): Promise<Answer> => act(world, id, 'decline')

const act = (world: World, id: string, verb: string): Promise<Answer> =>
  world.bare({ method: 'POST', target: `/_atrium/invitations/${id}:${verb}` })

/** Status and error code, which is what clients branch on. */
export const outcome = ({ status, body }: Pick<Answer, 'status' | 'body'>): string => {
  const code = typeof body === 'object' && body !== null && 'errorCode' in body ? ` ${body.errorCode}` : ''
  return `${status}${code}`
}

/** Runs what must be refused, and fails unless the store holds what it held before. */
export async function leavesNothing(given: Pick<Given, 'world'>, run: () => Promise<void>): Promise<void> {
  const before = await countsOf(given.world)
  await run()
  expect(await countsOf(given.world)).toBe(before)
}
