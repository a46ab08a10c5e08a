const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 480;
/** Sentences further down a news text seldom carry the story: the first says it, later ones add to it. */
const LOOKED_AT = 30;

/**
 * The sentences that carry a story, word for word and in the order of the text: those near the top, that share words with the
 * title, name the province (`mentions`) or hold figures. Texts without spaces between words are compared by pairs of characters.
 *
 * @param mentions names of places as the text has them
 * @returns at most three sentences and 480 characters; a longer single sentence is cut at a word with "…"
 */
export function extractSummary(text: string, title: string, language: string, mentions: readonly string[]): string {
  const sentences = splitSentences(text, language).slice(0, LOOKED_AT);
  const titleParts = new Set(partsOf(title, language));
  const ranked = sentences
    .map((sentence, index) => ({ index, sentence, score: weigh(sentence, index, titleParts, language, mentions) }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const chosen: typeof ranked = [];
  let length = 0;
  for (const candidate of ranked) {
    if (chosen.length === MOST_SENTENCES) break;
    if (chosen.length > 0 && length + candidate.sentence.length > MOST_CHARACTERS) continue;
    chosen.push(candidate);
    length += candidate.sentence.length + 1;
  }
  const inOrder = chosen.sort((a, b) => a.index - b.index).map(({ sentence }) => sentence);
  return cut(inOrder.join(language === 'zh' || language === 'ja' ? '' : ' '), MOST_CHARACTERS);
}

function weigh(
  sentence: string,
  index: number,
  title: ReadonlySet<string>,
  language: string,
  mentions: readonly string[],
): number {
  const shared = new Set(partsOf(sentence, language).filter((part) => title.has(part))).size;
  const place = 1 / (1 + index);
  const named = mentions.some((name) => sentence.includes(name)) ? 0.5 : 0;
  const figures = /\d/.test(sentence) ? 0.25 : 0;
  // A heading, a caption or a cry is no statement.
  const tooShort = sentence.length < 20 && !WITHOUT_SPACES.has(language) ? -1 : 0;
  return place + (title.size === 0 ? 0 : shared / title.size) + named + figures + tooShort;
}

function splitSentences(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(localeFor(language), { granularity: 'sentence' });
  const found: string[] = [];
  for (const { segment } of segmenter.segment(text.slice(0, 20_000))) {
    const sentence = segment.replaceAll(/\s+/g, ' ').trim();
    const last = found.at(-1);
    // "TP. Hải Phòng", "Mr. Lee": an abbreviation ends no sentence.
    if (last !== undefined && /(^|[\s(])(\p{Lu}{1,3}|\p{Lu}\p{Ll}{1,2})\.$/u.test(last))
      found[found.length - 1] = `${last} ${sentence}`;
    else if (sentence !== '') found.push(sentence);
  }
  return found;
}

const WITHOUT_SPACES: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'km', 'lo']);

function partsOf(text: string, language: string): string[] {
  const plain = text.toLowerCase();
  if (!WITHOUT_SPACES.has(language)) return plain.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [];
  const characters = [...plain].filter((character) => /[\p{L}\p{M}\p{N}]/u.test(character));
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function localeFor(language: string): string {
  return language === 'und' ? 'vi' : language;
}

/** Cuts at the last blank before `most` characters, and says so by "…". */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  const blank = text.slice(0, most).lastIndexOf(' ');
  const end = blank > most / 2 ? blank : most - 1;
  // Never half of a character outside the basic plane.
  return `${head
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
