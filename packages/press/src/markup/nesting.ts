/** Far beyond what any publishing system writes (a few dozen), far below what makes tree code slow. */
const DEEPEST = 1000;

const SELF_CLOSING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li option td tr th dt dd'.split(' '),
);

/**
 * Whether markup nests absurdly deep, told in one linear pass before a tree is built: matching closing tags against a
 * stack of a hundred thousand open ones is quadratic work. Tags that parsers close by themselves do not count.
 */
export function isNestedTooDeep(markup: string): boolean {
  return mayBeDeep(markup) && isDeep(markup);
}

/** Counts every opening tag as one that stays open until a closing one: quick, and never below the true depth. */
function mayBeDeep(markup: string): boolean {
  let depth = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    const next = markup.charCodeAt(at + 1);
    if (next === 0x2f) {
      if (depth > 0) depth--;
    } else if (isLetter(next) && ++depth > DEEPEST) return true;
  }
  return false;
}

function isDeep(markup: string): boolean {
  let depth = 0;
  let end = -1;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    const next = markup.charCodeAt(at + 1);
    if (next === 0x2f) {
      if (depth > 0) depth--;
      continue;
    }
    if (!isLetter(next)) continue;
    // Looked for once per ">", or a run of "<" alone would be read again and again.
    if (end < at) end = markup.indexOf('>', at);
    if (end < 0) return false;
    if (markup.charCodeAt(end - 1) === 0x2f || SELF_CLOSING.has(tagName(markup, at + 1))) continue;
    depth++;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function tagName(markup: string, from: number): string {
  let end = from;
  while (end < from + 12 && isNameCharacter(markup.charCodeAt(end))) end++;
  return markup.slice(from, end).toLowerCase();
}

function isNameCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}
