import { createStoryIndex, describeStory, type StoryFeatures, type StoryIndex } from '@lamro/analysis';
import type { PressItem } from '@lamro/domain';
import type { Bench, Figure } from './figure.ts';

const MARKS = [10_000, 1_000_000];
const TIMED = 400;
const SYLLABLES =
  'hải phòng cảng tàu công nhân lũ cháy đường tỉnh xã dân nhà máy trường thị sông biển rừng đất nước người'.split(' ');

const random = createRandom(20261122);

/**
 * What one article costs when 10 thousand and when 1 million are stored. The index is filled with features drawn like those
 * of news (Zipf vocabulary, stories of one to six articles); timed apart are reading an article and placing it among them.
 */
export const stories: Bench = {
  name: 'stories',
  run: async () => {
    const index = createStoryIndex();
    const figures: Figure[] = [];
    let filled = 0;
    for (const mark of MARKS) {
      filled = fill(index, filled, mark);
      figures.push(...figuresAt(mark, timePlacing(index, mark), timeReading()));
    }
    return figures;
  },
};

function fill(into: StoryIndex, from: number, to: number): number {
  let story = drawStory();
  let name = `stored-${from}`;
  for (let at = from; at < to; at += 1) {
    if (random() < 0.35) {
      story = drawStory();
      name = `stored-${at}`;
    }
    const features = { ...vary(story), day: 20_000 + Math.floor(at / 2_000) };
    into.restore(`stored-${at}`, features, { story: name, duplicateOf: null, score: 1 });
  }
  return to;
}

function drawTerm(): number {
  return (Math.floor(200_000 ** random()) * 2_654_435_761) >>> 0;
}

function drawStory(): StoryFeatures {
  const terms = Array.from({ length: 90 }, () => [drawTerm(), 1 + Math.floor(random() * 3)] as const);
  const numbers = Array.from({ length: 4 }, () => 10 + Math.floor(random() ** 3 * 5_000));
  return {
    language: 'vi',
    day: null,
    terms,
    title: terms.slice(0, 9).map(([term]) => term),
    names: terms.slice(20, 30).map(([term]) => term),
    numbers: numbers.map(String),
    amounts: numbers.map((value) => ['percent', value, 1] as const),
    dates: ['11-02'],
    periods: ['2026-01-01/2026-10-31'],
    places: ['31', String(11_000 + Math.floor(random() * 300))],
    concepts: ['fire', 'port', 'police', 'road', 'flood'].slice(Math.floor(random() * 4)),
    signature: Array.from({ length: 32 }, () => Math.floor(random() * 0xffffffff)),
    words: 240,
  };
}

function vary(story: StoryFeatures): StoryFeatures {
  const terms = story.terms.map((term) => (random() < 0.35 ? ([drawTerm(), 1] as const) : term));
  return {
    ...story,
    terms,
    signature: story.signature.map((row) => (random() < 0.8 ? Math.floor(random() * 0xffffffff) : row)),
  };
}

/** Placing alone, with features like those stored, so that every list of candidates is full. */
function timePlacing(into: StoryIndex, mark: number): number[] {
  return timed((at) => {
    const features = { ...vary(drawStory()), day: 20_000 + Math.floor(mark / 2_000) };
    return () => into.place(`placed-${mark}-${at}`, features);
  });
}

/** Reading alone: text to features. */
function timeReading(): number[] {
  return timed((at) => {
    const item = drawArticle(`read-${at}`);
    return () => describeStory(item);
  });
}

function timed(prepare: (at: number) => () => unknown): number[] {
  const times: number[] = [];
  for (let at = 0; at < TIMED; at += 1) {
    const run = prepare(at);
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function drawArticle(id: string): PressItem {
  const words = Array.from({ length: 260 }, () => {
    const syllable = SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
    return random() < 0.3 ? `${syllable}${Math.floor(random() * 90)}` : syllable;
  });
  return { id, url: '', title: words.slice(0, 11).join(' '), text: words.join(' '), language: 'vi' };
}

function figuresAt(stored: number, placing: readonly number[], reading: readonly number[]): Figure[] {
  const at = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const note = `${stored} articles stored`;
  return [
    { name: 'stories.placing-median', value: at(placing, 0.5), unit: 'ms', note },
    { name: 'stories.placing-p95', value: at(placing, 0.95), unit: 'ms', note },
    { name: 'stories.reading-median', value: at(reading, 0.5), unit: 'ms', note },
    { name: 'stories.memory', value: process.memoryUsage().rss / 2 ** 20, unit: 'MiB', note: `${note}, resident` },
  ];
}

/** Small repeatable generator (mulberry32, public domain). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
