// Why somebody may not choose a password, judged with everything that is known of them.
import type { Account } from '../domain/members.ts'
import type { PasswordFlaw } from '../domain/passwords.ts'
import type { Secret } from '../platform/secret.ts'
import { namesOfOwnOrganizations } from '../usecases/own-organizations.ts'
import type { PortalContext } from './route.ts'

/** Undefined when it may be chosen. */
export async function flawOfOwnPassword(
  { app, style }: PortalContext,
  account: Account,
  password: Secret,
): Promise<PasswordFlaw | undefined> {
  const organizations = await namesOfOwnOrganizations(app, account)
  const about = [account.username, account.firstName, account.lastName, style.name, ...organizations]
  return app.minting.passwords.flawOf(password, about)
}
