import { createHash } from 'node:crypto';
import { SIGNAL_KINDS, type Signal, type SignalKind } from '@lamro/domain';
import { type FlagWeights, featuresOf, START_WEIGHTS, scoreFlag } from './score.ts';

/** What an analyst decided about an item, with the signals that it had then. */
export interface Decision {
  readonly id: string;
  readonly signals: readonly Signal[];
  readonly distorted: boolean;
}

/** Predicted against observed share of distorted items among held-out decisions whose score lies in [from, to). */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
}

export interface Calibration {
  readonly learnedFrom: number;
  readonly heldOut: number;
  /** Mean squared error of the probability on the held-out decisions, with the new weights and with those before. */
  readonly brier: number;
  readonly brierBefore: number;
  readonly bins: readonly CalibrationBin[];
}

export interface Relearned {
  readonly weights: FlagWeights;
  readonly version: string;
  readonly calibration: Calibration;
}

/** Fewer decisions teach nothing that holds. */
export const LEAST_DECISIONS = 40;
const HELD_OUT = 0.3;
const STEPS = 500;
const RATE = 0.3;
const PRIOR = 0.02;

/**
 * Fits the flag score to analysts' decisions: logistic regression held near the weights in use by a ridge, on seven tenths of
 * the decisions (chosen by their ids, so the same ones every time); the rest shows the calibration. No weight of a signal
 * falls below zero: a signal never speaks for an item. Storing versions and returning to one is the caller's.
 *
 * @throws Error in Vietnamese with fewer than 40 decisions, or when all of them went one way
 */
export function relearn(decisions: readonly Decision[], weights: FlagWeights = START_WEIGHTS): Relearned {
  refuseTooFew(decisions);
  const heldOut = decisions.filter(({ id }) => drawOf(id) < HELD_OUT);
  const learning = decisions.filter(({ id }) => drawOf(id) >= HELD_OUT);
  const fitted = fit(learning, weights);
  const version = `learned-${digest(
    [...decisions]
      .map(({ id, distorted }) => `${id}:${distorted}`)
      .sort()
      .join('\n') + JSON.stringify(weights),
  ).slice(0, 10)}`;
  const learned = { ...fitted, version };
  return { weights: learned, version, calibration: calibrate(heldOut, learning.length, learned, weights) };
}

function refuseTooFew(decisions: readonly Decision[]): void {
  const distorted = decisions.filter((one) => one.distorted).length;
  if (decisions.length < LEAST_DECISIONS) {
    throw new Error(
      `Mới có ${decisions.length} quyết định, cần ít nhất ${LEAST_DECISIONS} để học lại trọng số; hãy xét thêm bài.`,
    );
  }
  if (distorted === 0 || distorted === decisions.length) {
    throw new Error(
      'Mọi quyết định đều cùng một hướng; cần cả bài sai lệch và bài không sai lệch để học lại trọng số.',
    );
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A number in [0, 1) that belongs to an id. */
function drawOf(id: string): number {
  return Number.parseInt(digest(id).slice(0, 8), 16) / 0x1_0000_0000;
}

type Row = { readonly features: ReadonlyMap<SignalKind | 'further', number>; readonly target: number };

function fit(decisions: readonly Decision[], prior: FlagWeights): FlagWeights {
  const rows: Row[] = decisions.map(({ signals, distorted }) => ({
    features: featuresOf(signals),
    target: distorted ? 1 : 0,
  }));
  const kinds = { ...prior.kinds };
  let { bias, further } = prior;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Map<SignalKind | 'further', number>();
    let biasSlope = 0;
    for (const { features, target } of rows) {
      const error = probability(features, { bias, further, kinds }) - target;
      biasSlope += error;
      for (const [name, value] of features) slope.set(name, (slope.get(name) ?? 0) + error * value);
    }
    const move = (value: number, start: number, gradient: number): number =>
      value - RATE * (gradient / rows.length + PRIOR * (value - start));
    bias = move(bias, prior.bias, biasSlope);
    further = Math.max(0, move(further, prior.further, slope.get('further') ?? 0));
    for (const kind of SIGNAL_KINDS)
      kinds[kind] = Math.max(0, move(kinds[kind], prior.kinds[kind], slope.get(kind) ?? 0));
  }
  return { version: prior.version, bias, further, kinds };
}

function probability(features: Row['features'], weights: Pick<FlagWeights, 'bias' | 'further' | 'kinds'>): number {
  let sum = weights.bias;
  for (const [name, value] of features) sum += value * (name === 'further' ? weights.further : weights.kinds[name]);
  return 1 / (1 + Math.exp(-sum));
}

const BINS = 5;

function calibrate(
  heldOut: readonly Decision[],
  learnedFrom: number,
  weights: FlagWeights,
  before: FlagWeights,
): Calibration {
  const scored = heldOut.map(({ signals, distorted }) => ({
    score: scoreFlag(signals, weights).score,
    scoreBefore: scoreFlag(signals, before).score,
    target: distorted ? 1 : 0,
  }));
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  const bins = Array.from({ length: BINS }, (_, index) => {
    const from = index / BINS;
    const to = (index + 1) / BINS;
    const inside = scored.filter(({ score }) => score >= from && (score < to || index === BINS - 1));
    return {
      from,
      to,
      count: inside.length,
      predicted: mean(inside.map(({ score }) => score)),
      observed: mean(inside.map(({ target }) => target)),
    };
  });
  return {
    learnedFrom,
    heldOut: heldOut.length,
    brier: mean(scored.map(({ score, target }) => (score - target) ** 2)),
    brierBefore: mean(scored.map(({ scoreBefore, target }) => (scoreBefore - target) ** 2)),
    bins,
  };
}
