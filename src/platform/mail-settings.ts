// The settings of mails and pages: who sends them, how they look and in which language they are by default.
import * as values from './mail-values.ts'
import { setting } from './setting.ts'

/** Those that `dev` reads from the environment, too. */
export const appearanceSettings = {
  mailFrom: setting({
    name: 'MAIL_FROM',
    about: 'Who mails are from. SMTP_URL needs it.',
    form: 'an address or Name <address>',
    fallback: '',
    parse: values.orNone(values.sender),
  }),
  brandName: setting({
    name: 'BRAND_NAME',
    about: 'What this server is called in mails and on pages.',
    form: '1 to 60 printable characters',
    fallback: 'Atrium',
    parse: values.brandName,
  }),
  brandLogo: setting({
    name: 'BRAND_LOGO',
    about: 'An image that stands for the name in mails and on pages.',
    form: 'an absolute https address',
    fallback: '',
    parse: values.orNone(values.httpsAddress),
  }),
  brandAccent: setting({
    name: 'BRAND_ACCENT',
    about:
      'The one colour that mails and pages have besides greys. It is made lighter or darker where it must be read.',
    form: 'a colour as #rrggbb',
    fallback: '#0f766e',
    parse: values.colour,
  }),
  appUrl: setting({
    name: 'APP_URL',
    about: 'Where people go on to after they have accepted an invitation.',
    form: 'an absolute http or https address',
    fallback: '',
    parse: values.orNone(values.webAddress),
  }),
  defaultLanguage: setting({
    name: 'DEFAULT_LANGUAGE',
    about: 'What people are written to in when neither the invitation, their account nor the organization says it.',
    form: 'en, pt-BR, es, ja, ko or zh-CN',
    fallback: 'en',
    parse: values.language,
  }),
}

export const smtpSetting = setting({
  name: 'SMTP_URL',
  about:
    'The server that mails are handed to; without it nobody is written to. TLS is used whenever it is offered, with a ' +
    'certificate that is verified (NODE_EXTRA_CA_CERTS names further authorities), but for a server on this machine. ' +
    'A password is sent to another machine only under TLS.',
  form: 'smtp://host:port or smtps://host:port, with user:password@ in front of the host where one is needed',
  fallback: '',
  secret: true,
  parse: values.orNone(values.smtpServer),
})
