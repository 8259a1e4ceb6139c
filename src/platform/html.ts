// HTML by a function that escapes: what is put into a template is text, unless it is HTML made the same way.

/** A piece of HTML that is safe to put into another. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

type Hole = string | number | Html | readonly (string | Html)[] | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

function filled(hole: Hole): string {
  if (hole === undefined) return ''
  if (hole instanceof Html) return hole.text
  return typeof hole === 'string' || typeof hole === 'number' ? escaped(String(hole)) : hole.map(filled).join('')
}

/** A template whose holes are escaped; a list is put in one after the other, and nothing leaves no trace. */
export const html = (parts: TemplateStringsArray, ...holes: readonly Hole[]): Html =>
  new Html(parts.map((part, index) => part + filled(holes[index])).join(''))
