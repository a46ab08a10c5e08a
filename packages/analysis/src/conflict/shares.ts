import type { Figure } from '../figures/figure.ts';
import type { OfficialFigure, RecordView } from '../signals/record.ts';

/** What stands between a part and its whole. */
const OF_WHOLE = /^[^\d,;.]{0,24}(?:trên|trong(?: tổng)?(?: số)?|\/)[^\d,;.]{0,16}$/u;

const read = new WeakMap<RecordView, readonly OfficialFigure[]>();

/** Shares that a record gives as a part and its whole, in per cent: "1.312 trong tổng số 1.640 hộ" is 80%. */
export function derivedShares(view: RecordView): readonly OfficialFigure[] {
  const known = read.get(view);
  if (known !== undefined) return known;
  const shares = view.sentences.flatMap((sentence) =>
    sentence.figures.flatMap((part, at): OfficialFigure[] => {
      const whole = sentence.figures[at + 1];
      if (whole === undefined || !isPartOf(sentence.quote, part, whole)) return [];
      return [{ figure: shareOf(part, whole), sentence, indicator: new Set(), main: false }];
    }),
  );
  read.set(view, shares);
  return shares;
}

function isPartOf(quote: string, part: Figure, whole: Figure): boolean {
  if (part.percent || whole.percent || !(part.value < whole.value)) return false;
  if (part.dimension !== null && whole.dimension !== null && part.dimension !== whole.dimension) return false;
  return OF_WHOLE.test(quote.slice(part.end, whole.start));
}

function shareOf(part: Figure, whole: Figure): Figure {
  const value = (100 * part.value) / whole.value;
  return {
    ...part,
    value,
    low: value,
    high: value,
    alternate: null,
    step: 1,
    unit: 'percent',
    dimension: 'percent',
    currency: null,
    percent: true,
    share: true,
  };
}
