// Fields of forms: what is wrong with one stands next to it and is read out with it, and what was typed is kept.

import { LANGUAGES, type Language } from '../domain/languages.ts'
import { OWN_NAMES } from '../i18n/languages.ts'
import { Html, html } from '../platform/html.ts'
import { frameWords } from './words/frame.ts'

export interface Field {
  /** Its name in the form, and its id on the page. */
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  /** What is wrong with it, in the reader's language. */
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  /** HTML's `autocomplete`. */
  readonly autocomplete: string
  readonly type?: 'text' | 'email'
  readonly isFixed?: boolean
  readonly longest?: number
}

/** A field of text. The first of a form that is wrong takes the focus. */
export function textField(field: Field, takesFocus = false): Html {
  const { name, label, value = '', type = 'text', autocomplete, isFixed, longest } = field
  return html`<div>
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required${attributes({
    maxlength: longest,
    readonly: isFixed,
    autofocus: takesFocus,
  })}${type === 'email' ? new Html(' autocapitalize="none" spellcheck="false"') : undefined}${described(field)}>
${below(field)}</div>`
}

export interface PasswordField extends Omit<Field, 'value' | 'type' | 'isFixed'> {
  readonly language: Language
  /** How strong the password is, in words; without it, nothing is said of its strength. */
  readonly strength?: { readonly weak: string; readonly fair: string; readonly strong: string } | undefined
}

/** A field of a password, which is never filled in by us. */
export function passwordField(field: PasswordField, takesFocus = false): Html {
  const { name, label, autocomplete, language, strength } = field
  const words = frameWords[language]
  const meter = strength
    ? html`<p class="hint" id="${name}-strength" aria-live="polite" data-weak="${strength.weak}" data-fair="${strength.fair}" data-strong="${strength.strong}"></p>`
    : undefined
  return html`<div>
<label for="${name}">${label}</label>
<div class="password"><input id="${name}" name="${name}" type="password" autocomplete="${autocomplete}" required${attributes({ autofocus: takesFocus })}${described(field)}><button type="button" hidden aria-pressed="false" data-show="${words.showPassword}" data-hide="${words.hidePassword}">${words.showPassword}</button></div>
${below(field)}${meter}</div>`
}

/**
 * The button that sends a form; pressed, it says that something is under way. Outside of its form it needs the form's id.
 */
export const submit = (language: Language, label: string, kind?: 'quiet' | 'bad' | 'plain', form?: string): Html =>
  html`<button data-busy="${frameWords[language].oneMoment}"${form ? new Html(` form="${form}"`) : undefined}${kind ? new Html(` class="${kind}"`) : undefined}>${label}</button>`

/** What a field for a language offers, each in its own words. */
export const languageOptions = (chosen: Language): readonly Html[] =>
  LANGUAGES.map(
    (language) =>
      html`<option value="${language}" lang="${language}"${language === chosen ? new Html(' selected') : undefined}>${OWN_NAMES[language]}</option>`,
  )

const described = ({ name, problem, hint }: Pick<Field, 'name' | 'problem' | 'hint'>): Html => {
  const by = [problem === undefined ? '' : `${name}-problem`, hint === undefined ? '' : `${name}-hint`].filter(Boolean)
  const invalid = problem === undefined ? undefined : new Html(' aria-invalid="true"')
  return html`${invalid}${by.length > 0 ? html` aria-describedby="${by.join(' ')}"` : undefined}`
}

const below = ({ name, problem, hint }: Pick<Field, 'name' | 'problem' | 'hint'>): Html =>
  html`${
    problem === undefined
      ? undefined
      : html`<p class="problem" id="${name}-problem">${problem}</p>
`
  }${
    hint === undefined
      ? undefined
      : html`<p class="hint" id="${name}-hint">${hint}</p>
`
  }`

function attributes(given: Readonly<Record<string, boolean | number | undefined>>): Html {
  const set = Object.entries(given).filter(([, value]) => value !== undefined && value !== false)
  return new Html(set.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${value}"`)).join(''))
}
