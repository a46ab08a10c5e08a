import type { Actor } from '@lamro/access';
import {
  askJudgingOf,
  askJudgingOfMany,
  countOlderJudgements,
  findWeights,
  type ItemFilter,
  type JudgementAges,
  UNFILTERED,
  viewArticle,
} from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { checkRight, note } from '../trail/trail.ts';

/** Name of the rule set that judges with these weights (null: the starting ones). */
export type NameRuleSet = (weights: unknown) => string;

const one = z.object({ articleId: idSchema });
export type JudgeAnewInput = z.input<typeof one>;

export interface JudgeAnewResult {
  readonly articleId: string;
  /** False where the article waited for the classifier already. */
  readonly asked: boolean;
}

/**
 * Lets an article be judged anew by the rules, weights and models of now, also one whose judging failed. Decisions of people
 * stay: a flag that somebody reviewed is never touched, one that nobody did follows its evidence.
 *
 * @throws CommandRefused `forbidden`, `not-found`, `wrong-state` where nothing of the article was read yet
 */
export async function judgeAnew(context: Context, actor: Actor, input: JudgeAnewInput): Promise<JudgeAnewResult> {
  const { articleId } = parseInput(one, input);
  checkRight(actor, 'press.replay');
  const { profile } = actor;
  return transact(context, async (db) => {
    const article = await viewArticle(db, profile, articleId);
    if (article === null)
      throw new CommandRefused('not-found', `Không có bài ${articleId} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`);
    if (article.currentVersionId === null)
      throw new CommandRefused('wrong-state', 'Bài chưa tải được nội dung nên chưa xét được: hãy đợi lần tải sau.');
    const asked = await askJudgingOf(db, articleId, { profile, askedBy: actor.id, at: context.clock.now() });
    if (asked) await note(context, db, actor, { action: 'judge-anew', objectKind: 'article', objectId: articleId });
    return { articleId, asked };
  });
}

/** As many as one call asks for; whoever wants more calls again, which passes over those that wait. */
const MOST_AT_ONCE = 5_000;

const many = z.object({
  /** Which judgements: by other rules than those in force, without any model, those that failed, or all. */
  judged: z.enum(['older-rules', 'without-models', 'failed', 'any']).default('older-rules'),
  limit: z.number().int().min(1).max(MOST_AT_ONCE).default(1_000),
});
export type JudgeManyAnewInput = z.input<typeof many> & {
  /** Conditions of the stream; where absent everything, for better rules may find more that concerns the province. */
  readonly filter?: Partial<ItemFilter>;
};

export interface JudgeManyAnewResult {
  /** For how many articles this call asked, the newest first. */
  readonly asked: number;
  /** Articles of the province that are still by other rules, those that wait among them; counted up to 10,000. */
  readonly older: number;
  readonly ruleSet: string;
}

/**
 * Lets many articles be judged anew, a bounded number at a time; they wait in the ledger and the queue is woken for them.
 *
 * @throws CommandRefused `forbidden`, `invalid-input`
 */
export async function judgeManyAnew(
  context: Context,
  actor: Actor,
  input: JudgeManyAnewInput,
): Promise<JudgeManyAnewResult> {
  const { filter, ...rest } = input;
  const { judged, limit } = parseInput(many, rest);
  checkRight(actor, 'press.replay');
  const { profile } = actor;
  return transact(context, async (db) => {
    const ruleSet = await ruleSetIn(context, profile);
    const wanted = { ...UNFILTERED, relevantOnly: false, ...filter, profile, reader: actor.id, after: null, limit };
    const request = { profile, askedBy: actor.id, at: context.clock.now() };
    const asked = await askJudgingOfMany(db, wanted, { judged, ruleSet }, request);
    const detail = { judged, asked };
    if (asked > 0)
      await note(context, db, actor, { action: 'judge-many-anew', objectKind: 'article', objectId: null, detail });
    const { older } = await countOlderJudgements(db, profile, ruleSet);
    return { asked, older, ruleSet };
  });
}

const nothing = z.object({});

export type RuleSetView = JudgementAges & { readonly ruleSet: string };

/**
 * The rule set in force, and how many articles were judged by another, wait for the classifier, or were set aside.
 *
 * @throws CommandRefused `forbidden`
 */
export async function viewRuleSet(
  context: Context,
  actor: Actor,
  input: z.input<typeof nothing>,
): Promise<RuleSetView> {
  parseInput(nothing, input);
  checkRight(actor, 'press.read');
  const ruleSet = await ruleSetIn(context, actor.profile);
  return { ruleSet, ...(await countOlderJudgements(context.pool, actor.profile, ruleSet)) };
}

async function ruleSetIn({ pool, nameRuleSet }: Context, profile: string): Promise<string> {
  if (nameRuleSet === null)
    throw new CommandRefused(
      'check-failed',
      'Bản cài đặt này không có bộ quy tắc xét bài: hãy chạy lệnh này ở nút api.',
    );
  return nameRuleSet((await findWeights(pool, profile)).weights);
}
