// What nobody sees in a text, or what turns it around: no part of a name that people read.

/**
 * A class of a regular expression with the flag `u`, without its brackets: controls, what turns the direction of text
 * around, and what takes no room or only room. The joiners that Persian and emoji need are not among them.
 */
export const UNSEEN = String.raw`\p{Cc}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}`
