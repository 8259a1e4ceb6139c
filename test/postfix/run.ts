// `npm run postfix`: invitations to hostile addresses, to teams with hostile names, through a real mail server.
// Each has to arrive once, at its one recipient, with the headers that Atrium wrote and no others.
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { API, textAt } from '../harness/client.ts'
import { hostileAddresses, hostileNames, UNESCAPED } from '../harness/hostile.ts'
import { type Sandbox, startSandbox } from '../harness/sandbox.ts'
import { type Delivered, type Postfix, startPostfix, whyNoPostfix } from './mta.ts'

const COUNT = 200
const LONGEST_SECONDS = 60

/** What Atrium writes, and what Postfix adds on the way. */
const HEADERS = new Set([
  ...['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'content-transfer-encoding'],
  ...['content-language', 'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'reply-to'],
  ...['x-auto-response-suppress', 'feedback-id'],
  ...['return-path', 'x-original-to', 'delivered-to', 'received'],
])
const ONCE = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']

interface Invited {
  readonly addresses: readonly string[]
  /** How many of the mails name a team of a hostile name. */
  readonly names: number
}

/** Invites one address after the other, each to a team of a name of its own; answers what Atrium took. */
async function invite({ client, line }: Sandbox): Promise<Invited> {
  const place = `${API}/orgs/${line.orgId}`
  const addresses: string[] = []
  let names = 0
  const all = hostileNames(COUNT)
  for (const [index, username] of hostileAddresses(COUNT).entries()) {
    const team = await client.call('POST', `${place}/teams`, { name: all[index], usernames: [line.owner.username] })
    const teamIds = team.status < 300 ? [textAt(team.body, 'id')] : []
    const answer = await client.call('POST', `${place}/invites`, { username, roles: ['ORG_MEMBER'], teamIds })
    assert.ok([200, 400, 409].includes(answer.status), `${username} was answered ${answer.status}`)
    if (answer.status !== 200) continue
    addresses.push(username.toLowerCase())
    names += teamIds.length
  }
  return { addresses, names }
}

async function arrived(postfix: Postfix, count: number): Promise<readonly Delivered[]> {
  const began = performance.now()
  while (postfix.delivered().length < count || postfix.queued() > 0) {
    if (performance.now() - began > LONGEST_SECONDS * 1000) break
    await setTimeout(200)
  }
  return postfix.delivered()
}

function check({ recipient, headers, text, html }: Delivered): void {
  const names = headers.map(({ name }) => name.toLowerCase())
  const foreign = names.filter((name) => !HEADERS.has(name))
  assert.deepEqual(foreign, [], `the mail to ${recipient} has headers that nobody wrote`)
  for (const name of ONCE) assert.equal(names.filter((other) => other === name).length, 1, `${name} to ${recipient}`)
  const to = headers.find(({ name }) => name === 'To')?.raw ?? ''
  assert.equal(to.replace(/^<(.*)>$/, '$1'), recipient, 'To names whom the envelope names')
  assert.match(html, /\/invitations\//, `the mail to ${recipient} has its link`)
  assert.match(text, /\/invitations\//, `the mail to ${recipient} has its link in the text`)
  assert.doesNotMatch(html, UNESCAPED, `the HTML to ${recipient} is escaped`)
}

async function run(postfix: Postfix): Promise<void> {
  await using sandbox = await startSandbox(['--smtp', postfix.url])
  const { addresses, names } = await invite(sandbox)
  assert.ok(addresses.length > COUNT / 2, `only ${addresses.length} addresses were taken`)
  // Most are refused where they are given.
  assert.ok(names > COUNT / 8, `only ${names} names were taken`)
  const mails = await arrived(postfix, addresses.length)
  const recipients = mails.map(({ recipient }) => recipient)
  assert.deepEqual(recipients.toSorted(), addresses.toSorted(), postfix.log().slice(-2000))
  for (const mail of mails) check(mail)
  console.log(`${COUNT} addresses and names tried, ${names} names and ${addresses.length} addresses taken by Atrium;`)
  console.log(
    `${mails.length} mails arrived through Postfix, each at its one recipient, with no header of anybody else.`,
  )
}

// Also when an error ends the program that nobody caught.
let stop = (): void => undefined
process.once('exit', () => stop())
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))

const reason = whyNoPostfix()
if (reason === undefined) {
  const postfix = await startPostfix()
  stop = postfix.stop
  await run(postfix)
} else {
  console.log(`Nothing was sent: ${reason}.`)
  if (process.env['CI']) process.exitCode = 1
}
