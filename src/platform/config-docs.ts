// The settings as text: the end of `atrium serve --help`, and docs/configuration.md.
import { settings } from './config-settings.ts'
import { appearanceSettings } from './mail-settings.ts'
import type { Setting } from './setting.ts'

const rows: readonly Setting<unknown>[] = Object.values<Setting<unknown>>(settings)
const HELP_WIDTH = 100

/** The settings as an epilogue for --help, indented and wrapped. */
export function settingsHelp(): string {
  const blocks = rows.map((row) => {
    const presence = row.fallback === undefined ? 'required' : `default: ${row.fallback || 'none'}`
    return [`  ${row.name} (${presence})`, ...wrapped(`${row.about} Form: ${row.form}.`)].join('\n')
  })
  return ['', 'Settings, from the environment or the --config file:', ...blocks].join('\n')
}

/** The whole of docs/configuration.md. */
export function settingsPage(): string {
  const table = rows.map((row) => `| \`${row.name}\` | ${presence(row)} | ${cell(row.form)} | ${cell(row.about)} |`)
  return `${[
    '<!-- Generated from src/platform/config-settings.ts by `node tools/config-docs.ts`; edit that file instead. -->',
    '# Configuration of `atrium serve`',
    '',
    'Settings are environment variables. `--config FILE` reads more of them from a file of KEY=VALUE lines; where both',
    'name a setting, the environment wins. An empty value counts as absent. All problems are reported together, and',
    'nothing starts while there is one.',
    '',
    '| setting | default | form | what it decides |',
    '|---|---|---|---|',
    ...table,
    '',
    '`migrate`, `bootstrap` and `doctor` read the same settings.',
    '',
    '`atrium dev` needs none of them: its options say where it listens, keeps its data and sends mails to. It reads',
    `\`LOG_LEVEL\`, whose default there is \`warn\`, and ${Object.values(appearanceSettings)
      .map(({ name }) => `\`${name}\``)
      .join(', ')}.`,
  ].join('\n')}\n`
}

function presence(row: Setting<unknown>): string {
  if (row.fallback === undefined) return 'required'
  return row.fallback === '' ? 'none' : `\`${row.fallback}\``
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = '     '
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > HELP_WIDTH) {
      lines.push(line)
      line = '     '
    }
    line += ` ${word}`
  }
  return [...lines, line]
}
