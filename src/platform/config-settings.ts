// Every setting of `atrium serve`: the one table behind parsing, defaults, --help and docs/configuration.md.
import * as values from './config-values.ts'
import { appearanceSettings, smtpSetting } from './mail-settings.ts'
import { oidcSettings } from './oidc-settings.ts'
import { QUANTITIES, quantities } from './quantity-setting.ts'
import { type Setting, setting, type ValuesOf } from './setting.ts'

export const settings = {
  database: setting({
    name: 'DATABASE_URL',
    about: 'Where everything is kept. SQLite serves one process on one machine; several processes need PostgreSQL.',
    form: 'postgres://user:password@host:port/name or sqlite:/path/to/file',
    secret: true,
    parse: values.database,
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    about: 'The address under which clients reach this server: the start of every link, whatever the Host header says.',
    form: 'an absolute http or https address without query, fragment or credentials',
    parse: values.publicUrl,
  }),
  keys: setting({
    name: 'ATRIUM_KEYS',
    about:
      'The keys that seal what must be readable again. The first seals, all of them open: put a new key in front to ' +
      'rotate. `openssl rand -base64 32` makes one.',
    form: 'id:base64 pairs separated by commas, each key 32 random bytes',
    secret: true,
    parse: values.secret,
  }),
  host: setting({
    name: 'HOST',
    about:
      'The address to listen on. All interfaces by default, because in a container or behind a proxy a loopback ' +
      'address answers nobody.',
    form: 'a host name or an address',
    fallback: '0.0.0.0',
    parse: values.host,
  }),
  port: setting({
    name: 'PORT',
    about: 'The port to listen on; 0 takes any free one.',
    form: 'a whole number from 0 to 65535',
    fallback: '8080',
    parse: values.wholeNumber(0, 65_535),
  }),
  tlsCertFile: setting({
    name: 'TLS_CERT_FILE',
    about:
      'The certificate to serve https with, followed by those that lead to its authority. It goes with TLS_KEY_FILE; ' +
      'without them Atrium serves plain http, for a proxy that does the rest. Both are read again on SIGHUP.',
    form: 'a PEM file',
    fallback: '',
    parse: values.path,
  }),
  tlsKeyFile: setting({
    name: 'TLS_KEY_FILE',
    about: 'The private key of TLS_CERT_FILE.',
    form: 'a PEM file',
    fallback: '',
    parse: values.path,
  }),
  trustedProxies: setting({
    name: 'TRUSTED_PROXIES',
    about: 'Proxies whose X-Forwarded-For is believed. By default none is, and the peer of the connection counts.',
    form: 'addresses and CIDR ranges separated by commas',
    fallback: '',
    parse: values.addressRanges,
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    about: 'The least severe messages that are logged, as JSON lines on standard error.',
    form: 'trace, debug, info, warn, error, fatal or silent',
    fallback: 'info',
    parse: values.logLevel,
  }),
  digest: setting({
    name: 'DIGEST',
    about: 'Whether API keys may sign in by HTTP digest. Service accounts sign in by OAuth either way.',
    form: 'on or off',
    fallback: 'on',
    parse: values.onOff,
  }),
  sunsets: setting({
    name: 'SUNSETS',
    about:
      'What happens to operations past their sunset: `headers` announces it and goes on answering, `enforce` answers ' +
      '410.',
    form: 'headers or enforce',
    fallback: 'headers',
    parse: values.oneOf('headers', 'enforce'),
  }),
  invitationDays: setting({
    name: 'INVITATION_DAYS',
    about: 'How many days an invitation can be accepted.',
    form: 'a whole number from 1 to 365',
    fallback: '30',
    parse: values.wholeNumber(1, 365),
  }),
  invitationMails: setting({
    name: 'INVITATION_MAILS',
    about:
      'How many invitation mails an organization may cause to one address in a day, also by inviting again and by ' +
      'sending again; past them the API answers 429.',
    form: 'a whole number from 1 to 1000, or 0 for any number',
    fallback: '5',
    parse: values.wholeNumber(0, 1000),
  }),
  eventRetentionDays: setting({
    name: 'EVENT_RETENTION_DAYS',
    about:
      'How many days an event is kept. By default none is ever deleted: an audit record ends when its owner says so.',
    form: 'a whole number from 1 to 36500, or 0 to keep everything',
    fallback: '0',
    parse: values.wholeNumber(0, 36_500),
  }),
  rateLimits: setting({
    name: 'RATE_LIMITS',
    about:
      'Whether requests are counted: `atlas` keeps to the limits that Atlas publishes, each process by itself, and ' +
      'answers 429 past them.',
    form: 'none or atlas',
    fallback: 'none',
    parse: values.oneOf('none', 'atlas'),
  }),
  quantityLimits: setting({
    name: 'QUANTITY_LIMITS',
    about:
      'How many of each thing there may be. `atlas` takes the limits that Atlas publishes, and exceptions may follow: ' +
      `\`atlas,usersPerOrg=2000,teamsPerOrg=none\`. The names are ${QUANTITIES.join(', ')}.`,
    form: 'none or atlas, name=number or name=none, separated by commas',
    fallback: 'none',
    parse: quantities,
  }),
  smtp: smtpSetting,
  ...appearanceSettings,
  ...oidcSettings,
} satisfies Record<string, Setting<unknown>>

/** What the settings say, once all of them are well-formed. */
export type Config = ValuesOf<typeof settings>
