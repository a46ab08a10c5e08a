/**
 * Measures language detection on sentences written for it: whole, cut to eight words, two neighbouring words, without
 * diacritics and decomposed (Vietnamese). Wrong answers and abstentions (`und`) are counted apart.
 *
 *   node test/eval/language.ts [--misses]
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { detectLanguage } from '@lamro/press';
import { z } from 'zod';

const lineSchema = z.object({ id: z.string(), language: z.string(), text: z.string().min(1) });
type Line = z.infer<typeof lineSchema>;

export interface LanguageScore {
  readonly form:
    | 'sentence'
    | 'eight-words'
    | 'two-words'
    | 'decomposed'
    | 'without-diacritics'
    | 'eight-words-without-diacritics';
  readonly language: string;
  readonly texts: number;
  /** Shares of `texts`. */
  readonly right: number;
  readonly abstained: number;
  readonly wrong: number;
  readonly misses: readonly string[];
}

const folder = path.join(import.meta.dirname, 'language-set');

/** Scores every language of the set in every form; `und` lines are texts in languages that are not watched. */
export function measureLanguages(): LanguageScore[] {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => lineSchema.parse(JSON.parse(line)));
  const languages = [...new Set(lines.map((line) => line.language))];
  return languages.flatMap((language) =>
    scoresOf(
      language,
      lines.filter((line) => line.language === language),
    ),
  );
}

function scoresOf(language: string, lines: readonly Line[]): LanguageScore[] {
  const texts = lines.map((line) => line.text);
  const scores = [score('sentence', language, texts)];
  if (/^(?:vi|en|fr|de|es|ru|ko)$/.test(language))
    scores.push(
      score(
        'eight-words',
        language,
        texts.map((text) => cut(text, 8)),
      ),
    );
  if (language !== 'vi') return scores;
  return [
    ...scores,
    score('two-words', language, texts.flatMap(pairs)),
    score(
      'decomposed',
      language,
      texts.map((text) => text.normalize('NFD')),
    ),
    score('without-diacritics', language, texts.map(bare)),
    score(
      'eight-words-without-diacritics',
      language,
      texts.map((text) => bare(cut(text, 8))),
    ),
  ];
}

function score(form: LanguageScore['form'], language: string, texts: readonly string[]): LanguageScore {
  const answers = texts.map((text) => ({ text, answer: detectLanguage(text).language }));
  const right = answers.filter(({ answer }) => answer === language).length;
  const abstained = answers.filter(({ answer }) => answer === 'und' && language !== 'und').length;
  const misses = answers.filter(({ answer }) => answer !== language).map(({ text, answer }) => `${answer}: ${text}`);
  const share = (count: number) => Math.round((count / texts.length) * 10_000) / 10_000;
  return {
    form,
    language,
    texts: texts.length,
    right: share(right),
    abstained: share(abstained),
    wrong: share(texts.length - right - abstained),
    misses,
  };
}

function cut(text: string, words: number): string {
  return text.split(/\s+/).slice(0, words).join(' ');
}

/** Every two neighbouring words of a sentence, lower case and without punctuation between them. */
function pairs(text: string): string[] {
  return text.split(/[,.;:!?–-]+/).flatMap((part) => {
    const words = part.toLowerCase().match(/\p{L}+/gu) ?? [];
    return words.slice(1).map((word, index) => `${words[index]} ${word}`);
  });
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  for (const { misses, ...result } of measureLanguages()) {
    console.log(JSON.stringify(result));
    if (process.argv.includes('--misses')) for (const miss of misses.slice(0, 40)) console.log(`  ${miss}`);
  }
}
