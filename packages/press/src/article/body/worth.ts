import type { Block } from './blocks.ts';

const CLOSED = /[.!?…。！？][\s"'”’»」』)]{0,3}$/;
const INNER_STOP = /[.!?…。！？][\s"'”’»」』)]{0,3}\s/;
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** Length as a reader of Latin letters would feel it. */
export function weightOf(text: string): number {
  const dense = text.charCodeAt(0) > 0x0e00 || text.charCodeAt(text.length >> 1) > 0x0e00;
  return dense ? text.length + (text.match(DENSE)?.length ?? 0) * 1.5 : text.length;
}

/** Share of a block's text that is links, 0 to 1. */
export function linkDensity(block: Block): number {
  return Math.min(1, block.linkChars / Math.max(1, block.text.length));
}

export function isHeading(block: Block): boolean {
  return /^h[1-6]$/.test(block.element.name);
}

/** Whether a text ends like a sentence, or holds one: an initial ("J. Writer") makes no sentence of a byline. */
function isSentence(text: string): boolean {
  return CLOSED.test(text) || (text.length >= 60 && INNER_STOP.test(text));
}

/** Whether a text stops where sentences stop. */
export function isClosed(text: string): boolean {
  return CLOSED.test(text);
}

/** Whether a block reads as running text: a sentence, or too long to be a label. */
export function isProse(block: Block): boolean {
  const length = weightOf(block.text);
  return linkDensity(block) <= 0.5 && (length >= 80 || (length >= 30 && isSentence(block.text)));
}

/** How much a block speaks for the place where it stands being the article: running text for, lists of links against. */
export function worthOf(block: Block): number {
  const length = weightOf(block.text);
  const density = linkDensity(block);
  if (density > 0.5) return -Math.min(100, length) - 10;
  if (isHeading(block)) return 0;
  const sentence = isSentence(block.text);
  if (length >= 80 || (sentence && length >= 40))
    return length * (1 - 2 * density) * (block.element.name === 'li' ? 0.8 : 1);
  if (sentence) return length * 0.3;
  return block.element.name === 'li' && density === 0 ? -2 : -10;
}
