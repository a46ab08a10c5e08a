import type { OfficialRecord } from '@lamro/domain';
import { type Proposition, readPropositions } from '../claims/proposition.ts';
import { type Figure, findFigures } from '../figures/figure.ts';
import { spanOfPeriod } from '../figures/period.ts';
import { findNotions } from '../lexicon/concepts.ts';
import { languageByScript } from '../text/script.ts';
import { type IndicatorWords, wordsOfIndicator } from './indicator.ts';
import { tollOfNone } from './toll.ts';

/** A figure of a record with the sentence that carries it. */
export interface OfficialFigure {
  readonly figure: Figure;
  readonly sentence: Proposition;
  /** Notions of the record's indicator, for its main value only. */
  readonly indicator: ReadonlySet<string>;
  readonly main: boolean;
}

/** An official record read once, ready to be compared with many claims. */
export interface RecordView {
  readonly record: OfficialRecord;
  readonly sentences: readonly Proposition[];
  readonly figures: readonly OfficialFigure[];
  /** What it says of deaths that did not happen. */
  readonly noneDied: readonly OfficialFigure[];
  readonly notions: ReadonlySet<string>;
  readonly indicatorWords: IndicatorWords;
  /** Days that the record speaks of. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** Names of places in it, the province itself left out. */
  readonly places: ReadonlySet<string>;
}

/**
 * Reads a record for comparison.
 *
 * @param placesOf names of the places in a text, without the province itself
 */
export function readRecord(record: OfficialRecord, placesOf: (text: string) => ReadonlySet<string>): RecordView {
  const language = languageByScript(record.text);
  const at = record.validFrom ?? null;
  const sentences = readPropositions(record.text, language, at);
  const indicator = notionsOfIndicator(record.indicator ?? '');
  const main = mainFigure(record, sentences, language, indicator);
  const rest = sentences.flatMap((sentence) =>
    sentence.figures
      .filter((figure) => sentence !== main?.sentence || figure.start !== main.figure.start)
      .map((figure) => ({ figure, sentence, indicator: new Set<string>(), main: false })),
  );
  const notions = new Set([...indicator, ...sentences.flatMap(({ notions: found }) => found.map(({ id }) => id))]);
  return {
    record,
    sentences,
    figures: main === null ? rest : [main, ...rest],
    noneDied: sentences.flatMap((sentence) => tollOfNone(sentence) ?? []),
    notions,
    indicatorWords: wordsOfIndicator(record.indicator ?? ''),
    span: record.period === null || record.period === undefined ? null : spanOfPeriod(record.period),
    places: placesOf(record.text),
  };
}

/** An indicator is a Vietnamese name or an English slug ("tourist-arrivals"). */
function notionsOfIndicator(indicator: string): Set<string> {
  const words = indicator.replaceAll(/[-_.]+/g, ' ');
  return new Set([...findNotions(words, 'vi'), ...findNotions(words, 'en')].map(({ id }) => id));
}

function mainFigure(
  record: OfficialRecord,
  sentences: readonly Proposition[],
  language: string,
  indicator: ReadonlySet<string>,
): OfficialFigure | null {
  const first = sentences[0];
  if (record.value === null || record.value === undefined || first === undefined) return null;
  const stated = figureOfValue(record.value, record.unit ?? '', language);
  for (const sentence of sentences) {
    const written = sentence.figures.find(
      (figure) =>
        near(figure.value, stated.value) || (figure.dimension === null && near(figure.value, record.value ?? 0)),
    );
    if (written !== undefined) {
      const figure = {
        ...written,
        dimension: stated.dimension ?? written.dimension,
        value: stated.value,
        low: stated.value,
        high: stated.value,
      };
      return { figure: written.range ? written : figure, sentence, indicator, main: true };
    }
  }
  return { figure: stated, sentence: first, indicator, main: true };
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 0.006 + 1e-9;
}

function figureOfValue(value: number, unit: string, language: string): Figure {
  const one = findFigures(`1 ${unit}`, language)[0];
  const factor = one?.value ?? 1;
  const decimals = `${value}`.split('.')[1]?.length ?? 0;
  const scaled = value * factor;
  return {
    start: 0,
    end: 0,
    quote: `${value} ${unit}`.trim(),
    value: scaled,
    low: scaled,
    high: scaled,
    alternate: null,
    step: 10 ** -decimals * factor,
    unit: one?.unit ?? null,
    dimension: one?.dimension ?? null,
    approx: 'exact',
    currency: one?.currency ?? null,
    percent: one?.percent ?? false,
    range: false,
    worded: false,
    share: false,
  };
}
