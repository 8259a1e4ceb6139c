// The command line: what the commands are called and take. Each command's code is loaded when it is run.
import { Command, InvalidArgumentError, Option } from 'commander'
import { describeFailure } from '../assembly/complaint.ts'
import { version } from '../platform/build-info.ts'
import { settingsHelp } from '../platform/config-docs.ts'
import { smtpSetting } from '../platform/mail-settings.ts'
import { type SmtpServer, smtpServer } from '../platform/mail-values.ts'
import type { BootstrapOptions } from './bootstrap.ts'
import type { DevOptions } from './dev.ts'
import type { DoctorOptions } from './doctor.ts'
import type { MigrateOptions } from './migrate.ts'
import type { ServeOptions } from './serve.ts'

const CONFIG = ['--config <file>', 'a file of KEY=VALUE lines; the environment wins'] as const

const program = new Command('atrium')
  .description("Organizations, projects, invitations and programmatic access, on the wire of MongoDB's Atlas API.")
  .version(version)

program
  .command('dev')
  .description('a sandbox: starts at once, with its own data and printed credentials')
  .option('--host <host>', 'the address to listen on', 'localhost')
  .option('--port <number>', 'the port to listen on, 0 for any free one', toPort, 8080)
  .option('--data <where>', 'a folder, :memory: or postgres://…', './.atrium')
  .option('--tls', 'serve https, with a certificate authority of its own kept beside the data')
  .option('--seed <file>', 'what an empty store begins with, YAML or JSON')
  .option('--smtp <url>', 'a server to send mails to, which are kept to be read either way', toSmtpServer)
  .addOption(new Option('--limits <whose>', 'limits to keep to; none by default').choices(['atlas']))
  .option('--json', 'print one line of JSON for programs, and log to standard error')
  .action(async (options: DevOptions) => (await import('./dev.ts')).runDev(options))

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

// Whatever this program writes holds people's data and secrets: it is its owner's alone.
process.umask(0o077)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = 1
}
