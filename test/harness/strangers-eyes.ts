// What one tenant may learn of another: a request that names something of theirs is answered, to the byte, like one that
// names what never existed.
import { ACME, clientOf, GUEST, STRANGER } from './case-seed.ts'
import { askedBy } from './held-answers.ts'
import type { Call } from './http-client.ts'
import type { Answer, Client, DialectUnderTest, World } from './world.ts'

const ID = /(?:mdb_sa_id_)?(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g

/** What the stranger has in place of each kind of identifier. */
const STRANGERS: Readonly<Record<string, string>> = {
  orgId: STRANGER.id,
  groupId: STRANGER.project,
  teamId: STRANGER.team,
  userId: STRANGER.owner.id,
  invitationId: STRANGER.orgInvitation,
  apiUserId: STRANGER.apiKey,
  clientId: clientOf('stranger').clientId,
}

const STRANGERS_OWN: readonly string[] = [...Object.values(STRANGERS), STRANGER.projectInvitation, GUEST.id]

const KINDS: Readonly<Record<string, string>> = {
  [ACME.id]: 'orgId',
  [ACME.project0]: 'groupId',
  [ACME.apollo]: 'groupId',
  [ACME.team0]: 'teamId',
  [ACME.team1]: 'teamId',
  [ACME.owner.id]: 'userId',
  [ACME.member.id]: 'userId',
  [ACME.teammate.id]: 'userId',
}

const ACMES_WORDS = [ACME.id, ACME.name, 'acme.example', clientOf('owner').clientId, 'Apollo', 'Team 0']

/** A request that succeeded for somebody of Acme; `call.target` stands below the dialect's prefix. */
export interface Success {
  readonly operationId: string
  readonly dialect: DialectUnderTest
  readonly call: Call
}

/** An identifier or a name in a request, and what it is one of where that is known. */
interface Named {
  readonly text: string
  readonly kind: string | undefined
}

const textOf = ({ target, body }: Call): string => target + (typeof body === 'string' ? body : '')

/** What the request names of Acme: identifiers anywhere, and names in the path. */
function namedIn({ dialect, call }: Success): readonly Named[] {
  const params = askedBy({ ...call, target: dialect.prefix + call.target })?.params ?? {}
  const kindOf = (text: string): string | undefined =>
    Object.entries(params).find(([, value]) => value === text)?.[0] ?? KINDS[text]
  const ids = [...new Set(textOf(call).match(ID) ?? [])].filter((id) => !STRANGERS_OWN.includes(id))
  const names = ['groupName', 'teamName', 'userName'].flatMap((kind) => {
    const text = params[kind]
    return text === undefined ? [] : [{ text, kind }]
  })
  return [...ids.map((text) => ({ text, kind: kindOf(text) })), ...names]
}

const isId = ({ text }: Named): boolean => text.search(ID) === 0

/** Something of the same form that never existed. */
function unknownFor({ text }: Named, index: number): string {
  const end = `${'f'.repeat(15)}${index.toString(16).padStart(9, '0')}`
  return text.startsWith('mdb_sa_id_') ? `mdb_sa_id_${end}` : text.search(ID) === 0 ? end : `zq${text.slice(2)}`
}

type Swaps = readonly (readonly [from: string, to: string])[]

const swapped = (text: string, swaps: Swaps): string =>
  swaps.reduce(
    (all, [from, to]) => all.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to)),
    text,
  )

const withSwaps = (call: Call, swaps: Swaps): Call => ({
  ...call,
  target: swapped(call.target, swaps),
  body: typeof call.body === 'string' ? swapped(call.body, swaps) : call.body,
})

/** The whole answer but its time, with what was named taken out. */
function traceOf({ status, headers, text }: Answer, names: readonly string[]): string {
  const { date: _date, ...others } = headers
  const blanks = names.map((name, index): [string, string] => [name, `{${index}}`])
  return swapped(JSON.stringify([status, others, text]), blanks)
}

/**
 * Sends the request with `real` in place of what it names and with what never existed. Answers in what the two answers
 * differ, or that something was found; undefined when nothing can be told.
 */
async function difference(
  client: Client,
  call: Call,
  named: readonly Named[],
  real: readonly string[],
): Promise<string | undefined> {
  const unknown = named.map(unknownFor)
  const swapsTo = (texts: readonly string[]): Swaps =>
    named.map(({ text }, index): [string, string] => [text, texts[index] ?? text])
  const asked = withSwaps(call, swapsTo(real))
  const answer = await client.send(asked)
  const other = await client.send(withSwaps(call, swapsTo(unknown)))
  const said = `${asked.method} ${asked.target} was answered ${answer.status} ${answer.text.slice(0, 300)}`
  if (answer.status < 300 && named.some(isId)) return said
  const [one, two] = [traceOf(answer, real), traceOf(other, unknown)]
  return one === two || !named.some(isId)
    ? undefined
    : `${said}\ninstead of ${other.status} ${other.text.slice(0, 300)}`
}

/** What the stranger can tell of Acme by this request: each sentence is one leak. */
export async function strangerLearns(
  world: Pick<World, 'client'>,
  { dialect, call, operationId }: Success,
): Promise<readonly string[]> {
  const stranger = world.client(dialect, 'stranger')
  const named = namedIn({ dialect, call, operationId })
  if (!named.some(isId)) return shownUnasked(await stranger.send(call), call)
  const found = await difference(
    stranger,
    call,
    named,
    named.map(({ text }) => text),
  )
  return found === undefined ? [] : [`As the stranger: ${found}`]
}

function shownUnasked({ status, text }: Answer, call: Call): readonly string[] {
  const asked = decodeURIComponent(textOf(call))
  const words = status < 300 ? ACMES_WORDS.filter((word) => text.includes(word) && !asked.includes(word)) : []
  return words.map((word) => `${call.method} ${call.target} shows the stranger ${word}`)
}

/** What the stranger can tell when only one of the things is Acme's and the others are its own. */
export async function strangerLearnsOfOne(world: Pick<World, 'client'>, success: Success): Promise<readonly string[]> {
  const { dialect, call } = success
  const stranger = world.client(dialect, 'stranger')
  const named = namedIn(success).filter(isId)
  const leaks: string[] = []
  for (const kept of named.length > 1 ? named : []) {
    const others = named.filter((each) => each !== kept)
    const among = withSwaps(
      call,
      others.map(({ text, kind }) => [text, STRANGERS[kind ?? ''] ?? text]),
    )
    const found = await difference(stranger, among, [kept], [kept.text])
    if (found !== undefined) leaks.push(`As the stranger, among its own: ${found}`)
  }
  return leaks
}

/** What Acme's owner can tell of the stranger with the stranger's things in place of Acme's, one at a time or all. */
export async function ownerLearns(
  world: Pick<World, 'client'>,
  success: Success,
  atATime: 'one' | 'all',
): Promise<readonly string[]> {
  const { dialect, call } = success
  const owner = world.client(dialect, 'owner')
  const named = namedIn(success).filter(({ kind }) => kind !== undefined && kind in STRANGERS)
  const groups = atATime === 'all' ? [named] : named.map((each) => [each])
  const leaks: string[] = []
  for (const group of groups.filter(({ length }) => length > 0)) {
    const found = await difference(
      owner,
      call,
      group,
      group.map(({ kind }) => STRANGERS[kind ?? ''] ?? ''),
    )
    if (found !== undefined) leaks.push(`As Acme's owner: ${found}`)
  }
  return leaks
}

/** What remains to be told of a thing that was deleted: the request again must be that of something unknown. */
export async function deletedRemains(world: Pick<World, 'client'>, success: Success): Promise<readonly string[]> {
  const { dialect, call } = success
  const last = namedIn(success)
    .filter(isId)
    .findLast(({ text }) => call.target.includes(text))
  if (!last) return []
  const found = await difference(world.client(dialect, 'owner'), call, [last], [last.text])
  return found === undefined ? [] : [`After its deletion: ${found}`]
}
