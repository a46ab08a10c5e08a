import type { ModelState, ModelTask } from '@lamro/domain';

export interface ModelsHealth {
  readonly ok: boolean;
  readonly detail: string;
}

const TASKS: Readonly<Record<ModelTask, string>> = {
  embedding: 'véc-tơ câu',
  entailment: 'suy luận',
  translation: 'dịch máy',
};

/** One Vietnamese line about all models. Not well only where a model that was put there does not work. */
export function describeStates(states: readonly ModelState[]): ModelsHealth {
  if (states.every(({ state }) => state === 'absent')) {
    return { ok: true, detail: 'chưa có mô hình (đặt MODELS_DIR để dùng); hệ thống vẫn làm việc đủ chức năng' };
  }
  return {
    ok: states.every(({ state }) => state !== 'failed'),
    detail: states.map((state) => `${TASKS[state.task]}: ${wordsOf(state)}`).join('; '),
  };
}

function wordsOf(state: ModelState): string {
  switch (state.state) {
    case 'absent':
      return 'chưa có mô hình';
    case 'loading':
      return `đang nạp ${state.id}`;
    case 'ready':
      return `đã nạp ${state.id}`;
    case 'failed':
      return `không dùng được ${state.id}: ${state.why}`;
  }
}
