import type { Actor } from '@lamro/access';
import { chooseWeights, findWeights, insertWeights, inTransaction, listDecisions } from '@lamro/database';
import { type Signal, signalSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { checkRight, note } from '../trail/trail.ts';

/** A flag that a person decided on, with the signals that it had. */
export interface Lesson {
  readonly id: string;
  readonly signals: readonly Signal[];
  readonly distorted: boolean;
}

/**
 * Learns weights from lessons, near those in force (null: the starting ones).
 *
 * @throws Error in Vietnamese where the lessons are too few or one-sided
 */
export type LearnWeights = (
  lessons: readonly Lesson[],
  inForce: unknown,
) => {
  readonly version: string;
  readonly learnedAfter: string;
  readonly weights: unknown;
  readonly calibration: { readonly learnedFrom: number; readonly heldOut: number };
};

export interface LearnedResult {
  readonly version: string;
  readonly learnedFrom: number;
  readonly heldOut: number;
}

const nothing = z.object({});

/**
 * Learns the weights of the flag score from what people of the province decided. They are kept as a version and change nothing
 * until a person puts them in force.
 *
 * @throws CommandRefused `forbidden`, `check-failed` with too few or one-sided decisions
 */
export async function relearnWeights(
  context: Context,
  actor: Actor,
  input: z.input<typeof nothing>,
): Promise<LearnedResult> {
  parseInput(nothing, input);
  checkRight(actor, 'model.change');
  const { learnWeights } = context;
  if (learnWeights === null)
    throw new CommandRefused(
      'check-failed',
      'Bản cài đặt này không có phần học lại trọng số: hãy chạy lệnh này ở nút api.',
    );
  const { profile } = actor;
  return inTransaction(context.pool, async (db) => {
    const inForce = await findWeights(db, profile);
    const lessons = (await listDecisions(db, profile)).map(lessonOf);
    const learned = attempt(() => learnWeights(lessons, inForce.weights));
    const { version, learnedAfter, weights, calibration } = learned;
    const learnedAt = context.clock.now();
    await insertWeights(db, { profile, version, weights, calibration, learnedAfter, learnedBy: actor.id, learnedAt });
    const { learnedFrom, heldOut } = calibration;
    const detail = { learnedFrom, heldOut };
    await note(context, db, actor, { action: 'relearn-weights', objectKind: 'weights', objectId: version, detail });
    return { version, learnedFrom, heldOut };
  });
}

function attempt<Result>(learn: () => Result): Result {
  try {
    return learn();
  } catch (cause) {
    throw new CommandRefused('check-failed', cause instanceof Error ? cause.message : String(cause));
  }
}

function lessonOf(flag: Awaited<ReturnType<typeof listDecisions>>[number]): Lesson {
  const signals = flag.signals.map(({ recordId, articleId, evidenceQuote, ...signal }) =>
    signalSchema.parse({
      ...signal,
      evidence:
        evidenceQuote === null
          ? null
          : {
              quote: evidenceQuote,
              ...(recordId === null ? {} : { recordId }),
              ...(articleId === null ? {} : { articleId }),
            },
    }),
  );
  return { id: flag.id, distorted: flag.distorted, signals };
}

const choice = z.object({
  /** Null: back to the starting weights. */
  version: z.string().min(1).max(80).nullable(),
  reason: z.string().trim().min(1, 'hãy ghi lý do').max(2_000),
});
export type ChooseWeightsInput = z.input<typeof choice>;

/**
 * Puts a version of the weights in force, an earlier one or the starting ones too. Items that are judged from now on are scored
 * by it; scores that stand stay as people saw them.
 *
 * @throws CommandRefused `forbidden`, `not-found`
 */
export async function putWeightsInForce(context: Context, actor: Actor, input: ChooseWeightsInput): Promise<void> {
  const { version, reason } = parseInput(choice, input);
  checkRight(actor, 'model.change');
  const { profile } = actor;
  await inTransaction(context.pool, async (db) => {
    const chosen = { profile, version, chosenBy: actor.id, reason, chosenAt: context.clock.now() };
    if (!(await chooseWeights(db, chosen)))
      throw new CommandRefused('not-found', `Không có phiên bản trọng số ${version}: hãy tải lại trang.`);
    await note(context, db, actor, { action: 'choose-weights', objectKind: 'weights', objectId: version ?? 'start' });
  });
}
