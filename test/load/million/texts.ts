import { composeEdition, plannedOrigin } from '@lamro/newsroom';

export interface BaseText {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

/** Share of each language among the articles, in percent; languages that the newsroom does not write borrow English texts. */
export const LANGUAGES: readonly (readonly [code: string, percent: number])[] = [
  ['vi', 70],
  ['en', 11],
  ['zh', 7],
  ['ko', 3.5],
  ['ja', 3],
  ['fr', 2],
  ['ru', 1.5],
  ['th', 0.8],
  ['de', 0.5],
  ['es', 0.4],
  ['km', 0.2],
  ['lo', 0.1],
];

const SENTENCE = /[^.!?。！？]+[.!?。！？]?/gu;
const SENTENCES_OF_ONE = 14;

/** Repeats itself for a seed; uniform in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts of an article's length, each put together from sentences of the sample press in one language. */
export function baseTexts(count: number): readonly BaseText[] {
  const random = randomOf(1);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const edition = composeEdition({ now: new Date(), originOf: plannedOrigin });
  const sentences = new Map<string, string[]>();
  for (const article of edition.articles) {
    const language = article.outlet.tongue.slice(0, 2);
    const known = sentences.get(language) ?? [];
    known.push(
      ...(article.paragraphs
        .join(' ')
        .match(SENTENCE)
        ?.map((sentence) => sentence.trim())
        .filter(Boolean) ?? []),
    );
    sentences.set(language, known);
  }
  return LANGUAGES.flatMap(([language, percent]) =>
    Array.from({ length: Math.max(20, Math.round((count * percent) / 100)) }, () => {
      const from = sentences.get(language) ?? sentences.get('en') ?? [];
      const body = Array.from({ length: SENTENCES_OF_ONE }, () => pick(from)).join(' ');
      return { language, title: pick(from).slice(0, 90), body };
    }),
  );
}
