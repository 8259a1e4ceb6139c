// Addresses: the one canonical form in which people are compared, stored and shown.

// Checked before letters are made small: some others than A to Z become ASCII then, such as the Kelvin sign.
const ASCII = /^[\x21-\x7e]+$/
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const LONGEST_LOCAL = 64

/** The longest address that SMTP carries. */
export const LONGEST_USERNAME = 254

/**
 * The address in lower case, or undefined when it is not one. Nothing else is folded: dots and plus signs stay, so that
 * nobody receives what was meant for another mailbox.
 */
export function parseUsername(text: string): string | undefined {
  if (!ASCII.test(text)) return undefined
  const username = text.toLowerCase()
  const at = username.lastIndexOf('@')
  if (at < 1 || username.length > LONGEST_USERNAME) return undefined
  const labels = username.slice(at + 1).split('.')
  const local = username.slice(0, at)
  if (local.length > LONGEST_LOCAL || !LOCAL.test(local)) return undefined
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) ? username : undefined
}
