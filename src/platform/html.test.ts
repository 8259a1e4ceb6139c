import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html.ts'

test('what is put in is text, and what was made the same way is kept', () => {
  const name = `<b onclick="x('y')">&`
  expect(html`<p title="${name}">${name}${html`<br>`}${['a<', html`<i>${1}</i>`]}${undefined}</p>`.text).toBe(
    '<p title="&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;">&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;<br>a&lt;<i>1</i></p>',
  )
})

test('no text opens a tag, ends an attribute or starts an entity of its own', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(html`${text}`.text.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/)
    }),
  )
})
