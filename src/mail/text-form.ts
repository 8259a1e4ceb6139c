// A mail as plain text: lines of 72 columns where words are parted by spaces, every link on a line of its own.
import type { Block, Content, FooterLine } from './content.ts'

const COLUMNS = 72
/** Japanese and Chinese break between any two characters, which the reader's program does better. */
const UNWRAPPED: ReadonlySet<string> = new Set(['ja', 'zh-CN'])
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu

/** Hangul and Chinese characters take the room of two letters. */
const columnsOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

/** Broken between words; the lines after the first start with the indent. A word longer than a line stays whole. */
function wrapped(text: string, indent: string): string {
  const [first = '', ...words] = text.split(' ')
  const lines: string[] = []
  let line = first
  let columns = columnsOf(first)
  for (const word of words) {
    const width = columnsOf(word)
    if (columns + 1 + width <= COLUMNS) {
      line += ` ${word}`
      columns += 1 + width
    } else {
      lines.push(line)
      line = `${indent}${word}`
      columns = indent.length + width
    }
  }
  return [...lines, line].join('\n')
}

/** How one mail is written. */
interface Hand {
  readonly wrap: (text: string, indent?: string) => string
  readonly colon: string
}

function blockText(block: Block, { wrap, colon }: Hand): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text)
    case 'note':
      return block.lines.map((line) => wrap(line)).join('\n')
    case 'list':
      return [wrap(block.title), ...block.entries.map((entry) => wrap(`- ${entry}`, '  '))].join('\n')
    case 'button':
      return `${block.label}${colon}\n${block.link}`
    default:
      return block satisfies never
  }
}

function footerText(line: FooterLine, { wrap, colon }: Hand): string {
  if (line.kind === 'choice') return `${line.label}${colon}\n${line.link}\n${wrap(line.meaning)}`
  return line.link === undefined ? wrap(line.text) : `${wrap(line.text)}\n${line.link}`
}

/** The mail's text. It ends with a line break. */
export function textOf({ language, heading, blocks, footer }: Content): string {
  const hand: Hand = {
    wrap: (text, indent = '') => (UNWRAPPED.has(language) ? text : wrapped(text, indent)),
    colon: language === 'zh-CN' ? '：' : ':',
  }
  const parts = [
    hand.wrap(heading),
    ...blocks.map((block) => blockText(block, hand)),
    '-- ',
    ...footer.map((line) => footerText(line, hand)),
  ]
  return `${parts.join('\n\n')}\n`
}
