// Debian's Postfix on loopback with a configuration, a queue and a mailbox of its own: it takes mail for anybody and
// keeps every copy, one for each recipient. What the machine has configured is neither read nor changed.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Message, parseMessage } from '../harness/mime.ts'

export interface Delivered extends Message {
  /** Whom the envelope named. */
  readonly recipient: string
}

export interface Postfix {
  readonly url: string
  /** Every copy in the mailbox. */
  delivered(): readonly Delivered[]
  /** How many mails are still on their way. */
  queued(): number
  log(): string
  /** Ends it and removes all it kept. */
  stop(): void
}

const POSTFIX = '/usr/sbin/postfix'
const QUEUES = ['maildrop', 'incoming', 'active', 'deferred', 'hold', 'corrupt']
/** Postfix delivers for no user below 100; this one is Debian's nobody. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** Why it cannot be started here, as a clause; undefined when it can. */
export function whyNoPostfix(): string | undefined {
  if (process.platform !== 'linux' || !existsSync(POSTFIX)) return 'Postfix is not installed'
  if (isRoot || spawnSync('sudo', ['-n', 'true']).status === 0) return undefined
  return 'Postfix has to be started by root, and sudo asks for a password'
}

/** Starts it on a free port of 127.0.0.1. */
export async function startPostfix(): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-postfix-'))
  // Its daemons run as users of their own.
  chmodSync(folder, 0o755)
  const place = (name: string): string => join(folder, name)
  const mailbox = place('mail/inbox/new')
  const port = await freePort()
  const owner = isRoot ? NOBODY : (process.getuid?.() ?? NOBODY)
  mkdirSync(place('etc'))
  writeFileSync(place('etc/main.cf'), mainConfiguration(folder, owner))
  writeFileSync(place('etc/master.cf'), masterConfiguration(port))
  asRoot('install', '-d', '-o', 'postfix', place('data'))
  asRoot('install', '-d', '-o', String(owner), place('mail'))
  asRoot('install', '-d', place('queue'))
  const stop = (): void => {
    spawnSync(...command(POSTFIX, '-c', place('etc'), 'stop'))
    asRoot('rm', '-rf', folder)
  }
  try {
    asRoot(POSTFIX, '-c', place('etc'), 'start')
  } catch (error) {
    stop()
    throw error
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered: () => (existsSync(mailbox) ? readdirSync(mailbox) : []).map((name) => read(join(mailbox, name))),
    queued: () => {
      const folders = QUEUES.map((name) => place(`queue/${name}`))
      return asRoot('find', ...folders, '-type', 'f').split('\n').length - 1
    },
    log: () => asRoot('cat', place('log')),
    stop,
  }
}

function read(file: string): Delivered {
  const message = parseMessage(Buffer.from(readFileSync(file, 'latin1').replaceAll('\n', '\r\n'), 'latin1'))
  const envelope = message.headers.find(({ name }) => name === 'X-Original-To')
  return { ...message, recipient: envelope?.raw ?? '' }
}

const command = (program: string, ...args: readonly string[]): readonly [string, string[]] =>
  isRoot ? [program, [...args]] : ['sudo', ['-n', program, ...args]]

const asRoot = (program: string, ...args: readonly string[]): string =>
  execFileSync(...command(program, ...args), { encoding: 'utf8' })

function mainConfiguration(folder: string, owner: number): string {
  const lines: Readonly<Record<string, string | number>> = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    myhostname: 'mail.atrium.test',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_peername_lookup: 'no',
    // Takes addresses that begin with a hyphen.
    allow_min_user: 'yes',
    mydestination: '',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    default_transport: 'virtual',
    relay_transport: 'virtual',
    virtual_mailbox_base: join(folder, 'mail'),
    virtual_mailbox_maps: 'static:inbox/',
    virtual_uid_maps: `static:${owner}`,
    virtual_gid_maps: `static:${owner}`,
    virtual_destination_recipient_limit: 1,
  }
  return Object.entries(lines)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

/** The daemons that take mail, keep it and deliver it; none that sends it on. No chroot: it would need files of its own. */
const masterConfiguration = (port: number): string => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => void server.close(() => resolve()))
  return typeof address === 'object' && address ? address.port : 0
}
