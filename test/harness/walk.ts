// Goes through every page in every state, first as a stranger and then signed in.
import type { Page } from 'playwright-core'
import type { Language } from '../../src/domain/languages.ts'
import { type Office, signIn } from './office.ts'
import type { States } from './page-states.ts'

/** Looks at each state by its name; the page speaks this language also once its visitor is signed in. */
export async function walk(
  { office, states, page, language = 'en' }: Walk,
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (const state of states.outside) {
    await state.open(page)
    await look(state.name)
  }
  await signIn(page, office.world().atrium.url, states.member.username)
  // From now on it is the account that says which.
  await page.locator('#own-language').selectOption(language)
  await page.locator('form[action$="/profile/language"] button').click()
  await page.waitForURL(/done=language/)
  for (const state of states.inside) {
    await state.open(page)
    await look(state.name)
  }
}

interface Walk {
  readonly office: Office
  readonly states: States
  readonly page: Page
  readonly language?: Language
}
