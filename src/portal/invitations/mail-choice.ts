// Whether the organization may write to the invited address: asked on a page, stopped by a button or by a mail program.

import { html } from '../../platform/html.ts'
import { allowMail, isMailStopped, stopMail } from '../../usecases/invitation-links.ts'
import { goTo, type PortalAnswer, type PortalContext, shown } from '../route.ts'
import { linkWords } from '../words/links.ts'
import type { Held } from './link.ts'
import { act, linkTo, saying } from './saying.ts'
import { toldIn } from './told.ts'

/** The field that tells the form of a mail program from ours. */
export const ONE_CLICK = 'List-Unsubscribe'

const pathOf = ({ page }: Held): string => `${page}/stop`

/** Asks, or says that it has been done; opening it changes nothing, because scanners open it, too. */
export async function askToStop(context: PortalContext, held: Held): Promise<PortalAnswer> {
  const { app, language, pathPrefix, request } = context
  const words = linkWords[language].mail
  const told = toldIn(language, held.facts)
  const here = { ...context, path: pathOf(held) }
  const invitation = linkTo(pathPrefix + held.page, words.toInvitation, 'quiet')
  if (await isMailStopped(app, held)) {
    return saying(
      here,
      { title: words.stopped(told) },
      { actions: [act(context, `${held.page}/allow`, words.undo, 'quiet')] },
    )
  }
  if (request.query.has('again')) return saying(here, { title: words.resumed(told) }, { actions: [invitation] })
  const said = { title: words.question(told), text: words.means(told) }
  return saying(here, said, { actions: [act(context, pathOf(held), words.stop), invitation] })
}

/** Stops it, for a person or for their mail program (RFC 8058), which sends a form of its own and follows no redirect. */
export async function stop({ app, request }: PortalContext, held: Held): Promise<PortalAnswer> {
  await stopMail(app, held)
  return request.form.has(ONE_CLICK) ? shown(html``) : goTo(pathOf(held))
}

/** Takes it back. */
export async function allow({ app }: PortalContext, held: Held): Promise<PortalAnswer> {
  await allowMail(app, held)
  return goTo(`${pathOf(held)}?again`)
}
