// A mail as HTML: tables and inline styles for Gmail and Outlook, a style sheet for the dark where it is understood.
import type { Language } from '../domain/languages.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import { type Html, html } from '../platform/html.ts'
import type { Block, Content, FooterLine } from './content.ts'
import { type Palette, paletteOf, styleSheet } from './html-style.ts'

const FONTS: Readonly<Record<Language, string>> = {
  en: '',
  'pt-BR': '',
  es: '',
  ja: `'Hiragino Sans', 'Noto Sans JP', Meiryo, `,
  ko: `'Apple SD Gothic Neo', 'Noto Sans KR', 'Malgun Gothic', `,
  'zh-CN': `'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', `,
}

/** What everything in one mail is drawn with. */
interface Pen {
  readonly palette: Palette
  readonly font: string
}

// Korean breaks between words, Japanese between phrases where that is understood.
const BREAKS: Partial<Readonly<Record<Language, string>>> = {
  ja: 'word-break:auto-phrase;',
  ko: 'word-break:keep-all;',
}

const penOf = (language: Language, style: HouseStyle): Pen => ({
  palette: paletteOf(style.accent),
  // A name without spaces breaks anywhere rather than widen the mail.
  font:
    `font-family:Inter, -apple-system, 'Segoe UI', Roboto, ${FONTS[language]}Helvetica, Arial, sans-serif;` +
    `${BREAKS[language] ?? ''}overflow-wrap:anywhere;text-wrap:pretty;`,
})

const written = (link: string, { palette }: Pen): Html =>
  html`<a class="accent" href="${link}" style="color:${palette.light.accent};word-break:break-all;">${link}</a>`

function button(label: string, link: string, linkIntro: string, pen: Pen): Html {
  const { background, text } = pen.palette.light.button
  const line = html`${linkIntro}<br>${written(link, pen)}`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px;"><tr>
<td class="button" bgcolor="${background}" style="border-radius:8px;background-color:${background};mso-padding-alt:12px 24px;"><a class="button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:8px;background-color:${background};${pen.font}font-size:16px;line-height:24px;font-weight:600;color:${text};text-decoration:none;">${label}</a></td>
</tr></table>
${quiet([line], pen)}`
}

const quiet = (lines: readonly (string | Html)[], { palette, font }: Pen): Html =>
  html`<p class="quiet" style="margin:0 0 16px;${font}font-size:14px;line-height:22px;color:${palette.light.quiet};">${lines.flatMap((line, index) => (index === 0 ? [line] : [html`<br>`, line]))}</p>
`

function blockHtml(block: Block, pen: Pen): Html {
  const text = `margin:0 0 16px;${pen.font}font-size:16px;line-height:24px;color:${pen.palette.light.text};`
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="text" style="${text}">${block.text}</p>
`
    case 'note':
      return quiet(block.lines, pen)
    case 'list':
      return html`<p class="text" style="${text}margin-bottom:8px;">${block.title}</p>
<ul class="text" style="${text}padding:0 0 0 20px;">
${block.entries.map(
  (entry) => html`<li style="margin:0 0 4px;">${entry}</li>
`,
)}</ul>
`
    case 'button':
      return button(block.label, block.link, block.linkIntro, pen)
    default:
      return block satisfies never
  }
}

function footerHtml(line: FooterLine, pen: Pen): Html {
  const style = `color:${pen.palette.light.quiet};text-decoration:underline;`
  if (line.kind === 'choice')
    return quiet([html`<a class="quiet" href="${line.link}" style="${style}">${line.label}</a>`, line.meaning], pen)
  if (line.link === undefined) return quiet([line.text], pen)
  return quiet([html`<a class="quiet" href="${line.link}" style="${style}">${line.text}</a>`], pen)
}

/** The operator's logo, or the name's first letter on the accent and the name. */
function mark(style: HouseStyle, { palette, font }: Pen): Html {
  const { logoUrl } = style
  if (logoUrl !== undefined)
    return html`<img src="${logoUrl}" alt="${style.name}" height="32" style="display:block;height:32px;max-width:240px;border:0;${font}font-size:16px;font-weight:600;">`
  const [initial = ''] = [...style.name]
  const { background, text } = palette.light.button
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="button" width="32" height="32" align="center" bgcolor="${background}" style="width:32px;height:32px;border-radius:16px;background-color:${background};${font}font-size:16px;line-height:32px;font-weight:600;color:${text};" aria-hidden="true">${initial.toUpperCase()}</td>
<td class="text" style="padding:0 0 0 10px;${font}font-size:16px;line-height:32px;font-weight:600;color:${palette.light.text};">${style.name}</td>
</tr></table>`
}

const head = ({ subject }: Content, { palette }: Pen): Html => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${subject}</title>
<style>
${styleSheet(palette)}</style>
</head>`

/** Filled up with invisible room, so that a list of mails does not go on with the mail's first words. */
const preheader = (text: string): Html =>
  html`<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${text}${Array.from({ length: 80 }, () => html`&nbsp;&zwnj;`)}</div>`

/** The mail's HTML document. It loads nothing but the operator's logo. */
export function htmlOf(content: Content, style: HouseStyle): string {
  const pen = penOf(content.language, style)
  const { ground, card, line, text } = pen.palette.light
  return html`<!doctype html>
<html lang="${content.language}">
${head(content, pen)}
<body class="ground" style="margin:0;padding:0;background-color:${ground};">
${preheader(content.preheader)}
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${ground}" style="background-color:${ground};"><tr><td align="center" style="padding:32px 12px;">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
<tr><td style="padding:0 4px 20px;">${mark(style, pen)}</td></tr>
<tr><td class="card" bgcolor="${card}" style="padding:32px 32px 16px;background-color:${card};border:1px solid ${line};border-radius:8px;">
<h1 class="text" style="margin:0 0 20px;${pen.font}font-size:22px;line-height:30px;font-weight:600;text-wrap:balance;color:${text};">${content.heading}</h1>
${content.blocks.map((block) => blockHtml(block, pen))}</td></tr>
<tr><td style="padding:20px 4px 0;">
${content.footer.map((footer) => footerHtml(footer, pen))}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`.text
}
