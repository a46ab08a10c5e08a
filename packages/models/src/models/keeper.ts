import type { Clock, ModelState } from '@lamro/domain';
import { ModelError } from '../failure.ts';
import type { ModelSpec } from '../manifest/manifest.ts';
import type { Answer, Question } from '../thread/message.ts';
import type { ModelThread } from '../thread/thread.ts';

export interface TimeLimits {
  readonly loadMs: number;
  readonly answerMs: number;
  /** After a failure nothing is asked for so long. */
  readonly pauseMs: number;
}

/** One model as seen from outside of its thread: what it is asked, and how it stands. */
export interface KeptModel {
  readonly spec: ModelSpec;
  state(): ModelState;
  /** @throws ModelError when it fails, is late, or failed a moment ago */
  ask(question: Question): Promise<Answer>;
}

/** Keeps the state of one model and holds off for a while after each failure, so that a broken one costs little. */
export function keepModel(spec: ModelSpec, thread: ModelThread, limits: TimeLimits, clock: Clock): KeptModel {
  let failed: { readonly why: string; readonly at: number } | null = null;
  let ready = false;
  const attempt = async (question: Question): Promise<Answer> => {
    const first = ready ? 0 : limits.loadMs;
    const answer = await thread.ask(question, first + limits.answerMs);
    if (answer.kind === 'failed') throw new ModelError(`Mô hình ${spec.id} lỗi: ${answer.why}`);
    return answer;
  };
  return {
    spec,
    state: () => {
      const { task, id } = spec;
      if (failed !== null) return { task, id, state: 'failed', why: failed.why };
      return { task, id, state: ready ? 'ready' : 'loading' };
    },
    ask: async (question) => {
      const now = clock.now().getTime();
      if (failed !== null && now - failed.at < limits.pauseMs) throw new ModelError(failed.why);
      try {
        const answer = await attempt(question);
        ready = true;
        failed = null;
        return answer;
      } catch (error) {
        ready = false;
        failed = { why: error instanceof Error ? error.message : String(error), at: clock.now().getTime() };
        throw error;
      }
    },
  };
}
