// What it means that a mail could not be handed over: is it about the recipient, about us, or only about this moment?

export interface Problem {
  /**
   * `refused`: the server will never take this mail. `ours`: it does not let us in or does not know us as a sender, which
   * the operator has to mend. `passing`: it may take it later.
   */
  readonly kind: 'refused' | 'ours' | 'passing'
  /** What happened, in one line without any address: for the log. */
  readonly words: string
  /** The server's answer, in one line, where it is about the mail: for whoever sent it. */
  readonly answer: string | undefined
}

/** What nodemailer tells of a failure. */
interface Failure {
  readonly code: string
  /** What Node called it. */
  readonly cause: string
  readonly responseCode: number
  readonly command: string
  readonly words: string
}

const LONGEST = 200
/** More than this of what a server says is not looked at. */
const LONGEST_READ = 2000
/** Found in whatever a server says, so rather too much than too little. */
const ADDRESS_LIKE = /[^\s<>"'(),:;[\]]+@[^\s<>"'(),:;[\]]+/g
const CONTROLS = /[\p{C}\p{Zl}\p{Zp}]+/gu

/** Replies by which a server says that we must sign in, or did so in vain (RFC 4954). */
const SIGN_IN = new Set([530, 534, 535, 538])
const OUR_CODES = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG'])
/** Node's names for a certificate that is not accepted. */
const CERTIFICATE = /CERT|SIGNATURE|_TLS_/
/** RFC 5321: the session is out of step, which says nothing of the mail. */
const OUT_OF_STEP = 503

/** Judges a failed `Transport.send` to this recipient. */
export function problemOf(error: unknown, recipient: string): Problem {
  const failure = failureOf(error)
  const kind = kindOf(failure)
  return {
    kind,
    words: inOneLine(failure.words),
    answer: kind === 'ours' || failure.responseCode === 0 ? undefined : inOneLine(failure.words, recipient),
  }
}

function kindOf({ code, cause, responseCode, command }: Failure): Problem['kind'] {
  if (OUR_CODES.has(code) || CERTIFICATE.test(cause) || SIGN_IN.has(responseCode)) return 'ours'
  if (responseCode < 500 || responseCode === OUT_OF_STEP) return 'passing'
  // What is refused before the recipient has been named is refused to us.
  const isAboutMail = code === 'EENVELOPE' ? command !== 'MAIL FROM' : code === 'EMESSAGE'
  return isAboutMail ? 'refused' : 'ours'
}

/** No address stays in it but `spared`, which is the reader's own business. */
function inOneLine(text: string, spared?: string): string {
  const line = text.slice(0, LONGEST_READ).replaceAll(CONTROLS, ' ').replaceAll(/ {2,}/g, ' ').trim()
  const own = line.replaceAll(ADDRESS_LIKE, (found) => (found.toLowerCase() === spared ? found : '…'))
  const characters = [...own]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : own
}

function failureOf(error: unknown): Failure {
  const of = (key: string): unknown => (error instanceof Error ? Reflect.get(error, key) : undefined)
  const text = (key: string): string => {
    const value = of(key)
    return typeof value === 'string' ? value : ''
  }
  const responseCode = of('responseCode')
  return {
    code: text('code'),
    cause: text('originalCode'),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    command: text('command'),
    words: text('response') || text('message') || 'an unknown failure',
  }
}
