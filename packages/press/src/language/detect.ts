import { type Language, languageSchema } from '@lamro/domain';
import { readLatin } from './latin.ts';
import { countScripts, type ScriptCounts } from './scripts.ts';

export interface LanguageGuess {
  /** ISO 639-1 of a watched language, or `und` where the text does not tell. */
  readonly language: Language;
  /** 0 to 1; 0 for `und`. */
  readonly confidence: number;
}

/** Longer texts tell nothing more; this bounds the work per text. */
const SAMPLE = 3000;
const NOISE = /(?:https?:\/\/|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|[#@][\w]{1,64}/g;

/**
 * Tells which of the watched languages (vi en zh ja ko fr ru th km lo de es) a text is in: by script where the script
 * decides, else by Vietnamese syllables, function words and franc's trigrams, with the source's own language as the prior.
 *
 * @param hint language the source is known to use (ISO 639-1, region ignored); it settles close calls and never overrides a clear text
 */
export function detectLanguage(text: string, hint?: string | null): LanguageGuess {
  const sample = withoutNoise(text.slice(0, SAMPLE).normalize('NFC'));
  const prior = priorOf(hint);
  const counts = countScripts(sample);
  if (counts.total === 0) return unsure();
  const byScript = readScript(sample, counts, prior);
  return byScript ?? readLatin(sample, prior);
}

/** Addresses and tags are in no language; looking for them costs more than telling the language of a text without any. */
function withoutNoise(text: string): string {
  return /[@#]|:\/\/|www\./.test(text) ? text.replace(NOISE, ' ') : text;
}

export function unsure(): LanguageGuess {
  return { language: 'und', confidence: 0 };
}

function priorOf(hint: string | null | undefined): Language | null {
  const parsed = languageSchema.safeParse(hint?.toLowerCase().split(/[-_]/)[0]);
  return parsed.success && parsed.data !== 'und' ? parsed.data : null;
}

/** Null where Latin letters carry the text. */
function readScript(text: string, counts: ScriptCounts, prior: Language | null): LanguageGuess | null {
  // Han, kana, Hangul say more per letter than Latin ones: a Latin company name does not make a headline English.
  const dense = counts.han + counts.kana + counts.hangul;
  const rest = counts.thai + counts.lao + counts.khmer + counts.cyrillic + counts.other;
  if (counts.latin > 2 * dense + rest) return null;
  if (dense * 2 >= rest && dense > 0) return readEastAsian(counts, prior);
  const largest = Math.max(counts.thai, counts.lao, counts.khmer, counts.cyrillic, counts.other);
  if (largest === counts.other) return unsure();
  const share = largest / counts.total;
  if (largest === counts.thai) return { language: 'th', confidence: share };
  if (largest === counts.lao) return { language: 'lo', confidence: share };
  if (largest === counts.khmer) return { language: 'km', confidence: share };
  return readCyrillic(text, share);
}

function readEastAsian(counts: ScriptCounts, prior: Language | null): LanguageGuess {
  const total = counts.han + counts.kana + counts.hangul;
  if (counts.hangul >= counts.kana && counts.hangul / total > 0.15)
    return { language: 'ko', confidence: certainty(counts.hangul / total, total) };
  if (counts.kana / total > 0.06) return { language: 'ja', confidence: certainty(0.5 + counts.kana / total, total) };
  // Han alone is Chinese, unless it is a short title of a source that is Japanese.
  if (prior === 'ja' && total < 20) return { language: 'ja', confidence: 0.6 };
  return { language: 'zh', confidence: certainty(counts.han / total, total + (prior === 'zh' ? 4 : 0)) };
}

function certainty(share: number, letters: number): number {
  return Math.min(1, share) * (letters >= 6 ? 1 : 0.6 + letters * 0.06);
}

/** Letters of Ukrainian, Belarusian, Serbian, Macedonian, Kazakh and others that Russian does not have. */
function readCyrillic(text: string, share: number): LanguageGuess {
  const letters = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const foreign = text.match(/[іїєґўјљњћђџѓќѕәғқңөұүһӣӯҷҳ]/gi)?.length ?? 0;
  if (letters < 2 || foreign / letters > 0.015) return unsure();
  const russian = text.match(/[ыэё]/gi)?.length ?? 0;
  // Bulgarian writes no ы, э or ё and ends on a hard sign inside words: long texts without those letters are not Russian.
  if (letters > 120 && russian === 0) return unsure();
  return { language: 'ru', confidence: share * (letters > 10 ? 1 : 0.8) };
}
