const UNREAD = /(?:script|style|svg|noscript|select|iframe)(?=[\s/>])/y;
/** What a parser itself reads as raw text up to its closing tag: an opening tag inside means nothing. */
const RAW = new Set(['script', 'style']);
/** The one kind of script that states something about the page. */
const STATED = /ld\+json/i;
const LETTERS = new Set([...'sni'].map((letter) => letter.charCodeAt(0)));

/**
 * Markup with the contents of what nobody reads taken out (comments, scripts but for linked data, styles, drawings, what is
 * shown without scripts, choices, frames): two thirds of a news page, which a parser walks letter by letter. Left to the
 * parser: what stands in the value of an attribute, tags in capitals, and everything behind something that never ends.
 */
export function withoutUnread(html: string): string {
  const parts: string[] = [];
  let kept = 0;
  let before = -1;
  const closings = new Map<string, number>();
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const piece = pieceAt(html, at, before, closings);
    before = at;
    if (piece === null) continue;
    if (piece.end < 0) break;
    parts.push(html.slice(kept, piece.content));
    kept = piece.end;
    at = piece.end;
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(kept);
}

interface Piece {
  readonly content: number;
  /** Where its closing tag begins; -1 where there is none. */
  readonly end: number;
}

/** The contents that may go of what opens here; null where nothing may. `closings` holds where each name closes next. */
function pieceAt(html: string, at: number, before: number, closings: Map<string, number>): Piece | null {
  const letter = html.charCodeAt(at + 1);
  if (letter === 0x21) {
    if (!html.startsWith('--', at + 2) || isInTag(html, before, at)) return null;
    return { content: at + 4, end: html.indexOf('-->', at + 4) };
  }
  if (!LETTERS.has(letter)) return null;
  UNREAD.lastIndex = at + 1;
  const name = UNREAD.exec(html)?.[0];
  return name === undefined || isInTag(html, before, at) ? null : elementAt(html, at, name, closings);
}

function elementAt(html: string, at: number, name: string, closings: Map<string, number>): Piece | null {
  const content = tagEnd(html, at + 1 + name.length);
  if (content < 0) return { content, end: -1 };
  const tag = html.slice(at, content);
  if (tag.endsWith('/>')) return null;
  const known = closings.get(name) ?? -1;
  const end = known >= content ? known : closingOf(html, name, content);
  closings.set(name, end);
  if (STATED.test(tag)) return { content: end, end };
  // One that opens again before it closed was never closed, and what follows may be the article.
  if (end >= 0 && !RAW.has(name) && html.slice(content, end).includes(`<${name}`)) return null;
  return { content, end };
}

/** Sought by its first letters: engines find short texts by vector instructions, and long ones letter by letter. */
function closingOf(html: string, name: string, from: number): number {
  const tag = `</${name}`;
  const start = tag.slice(0, 6);
  let at = html.indexOf(start, from);
  while (at >= 0 && !html.startsWith(tag, at)) at = html.indexOf(start, at + 1);
  return at;
}

/** A bracket with no closing one since the last stands in a tag, mostly in the value of an attribute. */
function isInTag(html: string, before: number, at: number): boolean {
  return before >= 0 && html.startsWith('<', before) && !html.slice(before, at).includes('>');
}

/** The place after the ">" that ends a tag, quoted values passed over; -1 where it never ends. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  let before = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at + 1;
    else if ((code === 0x22 || code === 0x27) && before === 0x3d) quote = code;
    if (code > 0x20) before = code;
  }
  return -1;
}
