import { createStoryIndex, describeStory, type StoryFeatures, type StoryIndex } from '@lamro/analysis';
import type { PressItem } from '@lamro/domain';
import { drawStory, type StoryDrawing, varyStory } from './drawn-story.ts';
import type { Bench, Figure } from './figure.ts';
import { randomOf } from './million/texts.ts';

const MARKS = [10_000, 1_000_000];
const TIMED = 400;
const SYLLABLES =
  'hải phòng cảng tàu công nhân lũ cháy đường tỉnh xã dân nhà máy trường thị sông biển rừng đất nước người'.split(' ');

const random = randomOf(20261122);
const drawing: StoryDrawing = {
  random,
  termOf: (rank) => (rank * 2_654_435_761) >>> 0,
  concepts: ['fire', 'port', 'police', 'road', 'flood'],
};

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
  let story = draw(0);
  let name = `stored-${from}`;
  for (let at = from; at < to; at += 1) {
    if (random() < 0.35) {
      story = draw(0);
      name = `stored-${at}`;
    }
    const features = { ...varyStory(drawing, story), day: 20_000 + Math.floor(at / 2_000) };
    into.restore(`stored-${at}`, features, { story: name, duplicateOf: null, score: 1 });
  }
  return to;
}

function draw(day: number): StoryFeatures {
  const places = ['31', String(11_000 + Math.floor(random() * 300))];
  return drawStory(drawing, { language: 'vi', day, places });
}

/** Placing alone, with features like those stored, so that every list of candidates is full. */
function timePlacing(into: StoryIndex, mark: number): number[] {
  return timed((at) => {
    const features = varyStory(drawing, draw(20_000 + Math.floor(mark / 2_000)));
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
