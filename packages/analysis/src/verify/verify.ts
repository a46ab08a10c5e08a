import type { Conflict } from './conflicts.ts';
import { type Comparison, compare } from './features.ts';
import { predict, VERIFY_LABELS, type VerifyLabel } from './model.ts';
import type { Token } from './tokens.ts';

/** A stretch of text; offsets are UTF-16 code units, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Verification {
  readonly label: VerifyLabel;
  /** Probability of the label. */
  readonly score: number;
  readonly probabilities: Readonly<Record<VerifyLabel, number>>;
  readonly evidence: { readonly claimSpan: TextSpan; readonly passageSpan: TextSpan; readonly why: string };
}

/**
 * Says whether a passage supports or refutes a claim, or gives no ground, without a model: a logistic over plain features of
 * overlap, order, numbers, names, negation and opposites. The evidence is the place where the two disagree, else the longest
 * stretch that they share.
 *
 * @example verify({ claim: 'Có 5 người bị thương', passage: 'Vụ việc làm 3 người bị thương' }).label // 'refuted'
 */
export function verify(input: { readonly claim: string; readonly passage: string }): Verification {
  const claim = input.claim.normalize('NFC');
  const passage = input.passage.normalize('NFC');
  const comparison = compare(claim, passage);
  const [supported = 0, refuted = 0, neither = 0] = predict(comparison.features);
  const probabilities = { supported, refuted, 'not-enough-information': neither };
  const label = VERIFY_LABELS.reduce((best, one) => (probabilities[one] > probabilities[best] ? one : best));
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return {
    label,
    score: round(probabilities[label]),
    probabilities: { supported: round(supported), refuted: round(refuted), 'not-enough-information': round(neither) },
    evidence: evidenceOf(comparison, claim, passage, label),
  };
}

const WEIGHT: Readonly<Record<Conflict['kind'], number>> = { number: 5, antonym: 4, negation: 3, name: 2, word: 1 };

function evidenceOf(
  comparison: Comparison,
  claim: string,
  passage: string,
  label: VerifyLabel,
): Verification['evidence'] {
  const conflict = [...comparison.conflicts].sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind])[0];
  if (label === 'refuted' && conflict !== undefined) {
    const { gap, kind } = conflict;
    const claimSpan = spanOf(claim, comparison.claim, gap.claimFrom, gap.claimTo);
    const passageSpan = spanOf(passage, comparison.passage, gap.passageFrom, gap.passageTo);
    return { claimSpan, passageSpan, why: whyConflict(kind, claimSpan.text, passageSpan.text) };
  }
  const tile = [...comparison.alignment.tiles].sort((a, b) => b.length - a.length)[0];
  const claimSpan = spanOf(claim, comparison.claim, tile?.claim ?? 0, (tile?.claim ?? 0) + (tile?.length ?? 0));
  const passageSpan = spanOf(
    passage,
    comparison.passage,
    tile?.passage ?? 0,
    (tile?.passage ?? 0) + (tile?.length ?? 0),
  );
  return { claimSpan, passageSpan, why: whyLabel(comparison, label) };
}

/** Widened by one token where a side is empty, so that there is something to show. */
function spanOf(text: string, tokens: readonly Token[], from: number, to: number): TextSpan {
  const first = tokens[to > from ? from : Math.max(0, from - 1)];
  const last = tokens[(to > from ? to : Math.min(tokens.length, to + 1)) - 1];
  if (first === undefined || last === undefined || last.end <= first.start) return { start: 0, end: 0, text: '' };
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}

function whyConflict(kind: Conflict['kind'], mine: string, theirs: string): string {
  switch (kind) {
    case 'number':
      return `Số liệu khác nhau: nhận định nêu "${mine}", đoạn văn nêu "${theirs}".`;
    case 'antonym':
      return `Hai bên nói ngược nhau: "${mine}" và "${theirs}".`;
    case 'negation':
      return `Một bên khẳng định, một bên phủ định: "${mine}" và "${theirs}".`;
    case 'name':
      return `Tên riêng khác nhau: "${mine}" và "${theirs}".`;
    case 'word':
      return `Cùng một chỗ nhưng khác nội dung: "${mine}" và "${theirs}".`;
  }
}

function whyLabel({ claim, passage }: Comparison, label: VerifyLabel): string {
  const known = new Set(passage.map(({ form }) => form));
  const content = claim.filter(({ stop }) => !stop);
  const found = content.filter(({ form }) => known.has(form)).length;
  const share = `${found}/${content.length} từ có nghĩa của nhận định có trong đoạn văn`;
  if (label === 'supported') return `Đoạn văn nói cùng nội dung: ${share}, không thấy điểm mâu thuẫn.`;
  if (label === 'refuted') return `Đoạn văn nói về cùng việc nhưng khác nội dung: ${share}.`;
  return `Chưa đủ căn cứ: ${share}.`;
}
