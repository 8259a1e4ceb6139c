// The command line: what the commands are called and take. Each command's code is loaded when it is run.
import { Command, InvalidArgumentError, Option } from 'commander'
import { describeFailure } from '../assembly/complaint.ts'
import { version } from '../platform/build-info.ts'
import { settingsHelp } from '../platform/config-docs.ts'
import { smtpSetting } from '../platform/mail-settings.ts'
import { type SmtpServer, smtpServer } from '../platform/mail-values.ts'
import type { BootstrapOptions } from './bootstrap.ts'
import type { CaptureOptions } from './capture.ts'
import type { DevOptions } from './dev.ts'
import type { DoctorOptions } from './doctor.ts'
import type { ExecOptions } from './exec.ts'
import { COULD_NOT_START } from './exec-codes.ts'
import type { MigrateOptions } from './migrate.ts'
import type { ServeOptions } from './serve.ts'

const CONFIG = ['--config <file>', 'a file of KEY=VALUE lines; the environment wins'] as const

const SEED = ['--seed <file>', 'what an empty store begins with, YAML or JSON'] as const
const NOW = [
  '--now <time>',
  'where the clock of an empty store stands still: 2027-07-02, 2027-07-02T12:00:00Z',
] as const
const limitsOption = new Option('--limits <whose>', 'limits to keep to; none by default').choices(['atlas'])

// Whatever this program writes holds people's data and secrets: it is its owner's alone.
const umask = process.umask(0o077)

const program = new Command('atrium')
  .description("Organizations, projects, invitations and programmatic access, on the wire of MongoDB's Atlas API.")
  .version(version)
  // What stands behind the program that `exec` runs belongs to it.
  .enablePositionalOptions()

program
  .command('dev')
  .description('a sandbox: starts at once, with its own data and printed credentials')
  .option('--host <host>', 'the address to listen on', 'localhost')
  .option('--port <number>', 'the port to listen on, 0 for any free one', toPort, 8080)
  .option('--data <where>', 'a folder, :memory: or postgres://…', './.atrium')
  .option('--tls', 'serve https, with a certificate authority of its own kept beside the data')
  .option(...SEED)
  .option(...NOW)
  .option('--smtp <url>', 'a server to send mails to, which are kept to be read either way', toSmtpServer)
  .addOption(limitsOption)
  .option('--json', 'print one line of JSON for programs, and log to standard error')
  .action(async (options: DevOptions) => (await import('./dev.ts')).runDev(options))

program
  .command('exec')
  .description('run a program against a sandbox of its own, with the environment of its clients set')
  .usage('[options] -- <program> [args...]')
  .argument('[program...]', 'the program and its arguments')
  .option(...SEED)
  .option(...NOW)
  .addOption(limitsOption)
  .option('--tls', 'serve https, with a certificate authority that the environment names')
  .option('--fail-on-deprecated', 'exit with 3 and a table if deprecated operations were used')
  .passThroughOptions()
  // Its own code for words that it does not know, too: 1 would be the program's.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : COULD_NOT_START))
  .action(async (words: string[], options: ExecOptions) =>
    (await import('./exec.ts')).runExec({ words, umask }, options),
  )

program
  .command('capture')
  .description('print the seed file of an organization of Atlas or another Atrium, by reading alone')
  .requiredOption('--org <id>', 'the id of the organization')
  .option('--base-url <url>', 'where it is; MONGODB_ATLAS_BASE_URL or https://cloud.mongodb.com by default')
  .action(async (options: CaptureOptions) => (await import('./capture.ts')).runCapture(options))

program
  .command('serve')
  .description('the server, configured by the environment')
  .option(...CONFIG)
  .addHelpText('after', settingsHelp)
  .action(async (options: ServeOptions) => (await import('./serve.ts')).runServe(options))

program
  .command('migrate')
  .description('bring the database up to this release; safe from several machines at once')
  .option(...CONFIG)
  .action(async (options: MigrateOptions) => (await import('./migrate.ts')).runMigrate(options))

program
  .command('bootstrap')
  .description('make the first organization, its owner and credentials, and print them once')
  .requiredOption('--org-name <name>', 'the name of the organization')
  .requiredOption('--owner-email <address>', 'the address of its first owner')
  .option('--json', 'print one line of JSON')
  .option(...CONFIG)
  .action(async (options: BootstrapOptions) => (await import('./bootstrap.ts')).runBootstrap(options))

program
  .command('doctor')
  .description('check the configuration, the database, the keys and the clock')
  .option(...CONFIG)
  .action(async (options: DoctorOptions) => (await import('./doctor.ts')).runDoctor(options))

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.')
}

function toSmtpServer(text: string): SmtpServer {
  const server = smtpServer(text)
  if (server) return server
  throw new InvalidArgumentError(`It must be ${smtpSetting.form}.`)
}

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = 1
}
