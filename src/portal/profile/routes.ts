// What people see and change of themselves. Whose account it is comes from the session and from nowhere else.
import type { PortalAnswer, PortalContext, PortalRoute } from '../route.ts'
import { goTo } from '../route.ts'
import { SIGN_IN_PATH } from '../sign-in/paths.ts'
import type { Visitor } from '../visitor.ts'
import type { Done } from '../words/profile/words.ts'
import { profileWords } from '../words/profile.ts'
import { changeOwnLanguage, changeOwnName, changeOwnPassword } from './account-acts.ts'
import {
  ACCEPT_PATH,
  DECLINE_PATH,
  END_OTHERS_PATH,
  END_SESSION_PATH,
  LANGUAGE_PATH,
  leavePath,
  NAME_PATH,
  PASSWORD_PATH,
  PROFILE_PATH,
} from './paths.ts'
import { accept, askToLeave, decline, leave } from './place-acts.ts'
import { profilePage } from './profile-page.ts'
import { endOne, endOtherSessions } from './session-acts.ts'

type Act = (context: PortalContext, visitor: Visitor) => Promise<PortalAnswer>

/** Somebody who is not signed in does that first. */
const signedIn =
  (act: Act) =>
  async (context: PortalContext): Promise<PortalAnswer> =>
    context.visitor ? act(context, context.visitor) : goTo(`${SIGN_IN_PATH}?to=${PROFILE_PATH}`)

const show: Act = (context, visitor) => {
  const said = context.request.query.get('done') ?? ''
  return profilePage(context, visitor, { done: isDone(said) ? said : undefined })
}

const isDone = (text: string): text is Done => Object.hasOwn(profileWords.en.done, text)

const get = (path: string, act: Act): PortalRoute => ({ method: 'GET', path, run: signedIn(act) })
const post = (path: string, act: Act): PortalRoute => ({ method: 'POST', path, run: signedIn(act) })

export const profileRoutes: readonly PortalRoute[] = [
  get(PROFILE_PATH, show),
  post(NAME_PATH, changeOwnName),
  post(LANGUAGE_PATH, changeOwnLanguage),
  post(PASSWORD_PATH, changeOwnPassword),
  post(END_SESSION_PATH, endOne),
  post(END_OTHERS_PATH, endOtherSessions),
  post(ACCEPT_PATH, accept),
  post(DECLINE_PATH, decline),
  get(leavePath(':orgId'), askToLeave),
  post(leavePath(':orgId'), leave),
]
