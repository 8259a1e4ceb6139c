// Who looks at a pending invitation, which decides what they have to do to accept it.
import type { Account } from '../../domain/members.ts'
import { accountOf } from '../../usecases/people.ts'
import type { PortalContext } from '../route.ts'
import type { Held } from './link.ts'

export type Invitee =
  /** Signed in as the invited, proven address. */
  | { readonly kind: 'self'; readonly account: Account }
  /** Signed in as somebody else. */
  | { readonly kind: 'other'; readonly account: Account }
  /** Not signed in, and the invited address has an account that its owner can sign in to. */
  | { readonly kind: 'known'; readonly account: Account }
  /** Not signed in, and nobody has taken the address yet, whoever made an account for it. */
  | { readonly kind: 'newcomer' }

/** As the session says; without one, as the account of the invited address does. */
export async function inviteeOf({ app, visitor }: PortalContext, { invitation }: Held): Promise<Invitee> {
  if (visitor) {
    const { account } = visitor
    const isInvited = account.username === invitation.username && account.verifiedAt !== undefined
    return { kind: isInvited ? 'self' : 'other', account }
  }
  const account = await accountOf(app, invitation.username)
  return account?.isClaimed ? { kind: 'known', account } : { kind: 'newcomer' }
}
