import {
  type Clock,
  type Embedder,
  type Entailment,
  MODEL_TASKS,
  type ModelState,
  type ModelTask,
  systemClock,
  type Translator,
} from '@lamro/domain';
import { ModelError } from '../failure.ts';
import { type Found, findModels, type ModelSpec } from '../manifest/manifest.ts';
import type { Answer } from '../thread/message.ts';
import { createThread, type ModelThread } from '../thread/thread.ts';
import { inBatches } from './batches.ts';
import { withinMemory } from './budget.ts';
import { type KeptModel, keepModel, type TimeLimits } from './keeper.ts';
import { describeStates, type ModelsHealth } from './states.ts';

/** The models of this process. A port is null where no model is there for it; everything then works without. */
export interface Models {
  readonly embedder: Embedder | null;
  readonly entailment: Entailment | null;
  readonly translator: Translator | null;
  states(): readonly ModelState[];
  /** For the health page. Absent is well; what was put there and does not work is not. */
  health(): ModelsHealth;
  /** Waits until every model is loaded or has failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ModelsOptions {
  /** Folder with `models.json` or the subfolders of the tasks; undefined: no models. */
  readonly folder: string | undefined;
  /** Processors for one inference. */
  readonly threads?: number;
  /** Tokens of one text; the rest is cut off. */
  readonly tokens?: number;
  /** All weights together; what goes beyond is not loaded. */
  readonly memoryMegabytes?: number;
  readonly limits?: Partial<TimeLimits>;
  readonly clock?: Clock;
}

const LIMITS: TimeLimits = { loadMs: 180_000, answerMs: 60_000, pauseMs: 60_000 };
const MEMORY_MEGABYTES = 3_000;
const HEAP_MEGABYTES = 1_024;
/** Items of one question: they bound its memory, its time limit counts for each, and questions of others come in between. */
const BATCH = { embedding: 16, entailment: 8, translation: 4 } as const;

/**
 * Finds the models of a folder and begins to load them in a thread of their own, once for this process. Never throws: what
 * cannot be used stands in `states()` with its reason.
 *
 * @example const models = openModels({ folder: config.MODELS_DIR }); await models.embedder?.embed(['Cao Bằng'])
 */
export function openModels(options: ModelsOptions): Models {
  const found = withinMemory(find(options.folder), options.memoryMegabytes ?? MEMORY_MEGABYTES);
  const thread = createThread({
    threads: options.threads ?? 2,
    tokens: options.tokens ?? 256,
    heapMegabytes: HEAP_MEGABYTES,
  });
  const limits = { ...LIMITS, ...options.limits };
  const kept = found.flatMap((one) =>
    'spec' in one ? [keepModel(one.spec, thread, limits, options.clock ?? systemClock)] : [],
  );
  const unusable = found.flatMap((one): ModelState[] => ('spec' in one ? [] : [{ ...one, state: 'failed' }]));
  const loading = Promise.all(kept.map(load));
  const states = () => statesOf(kept, unusable);
  const [embedding] = ofTask(kept, 'embedding');
  const [entailment] = ofTask(kept, 'entailment');
  const translation = ofTask(kept, 'translation');
  return {
    embedder: embedding === undefined ? null : embedderOf(embedding),
    entailment: entailment === undefined ? null : entailmentOf(entailment),
    translator: translation.length === 0 ? null : translatorOf(translation),
    states,
    health: () => describeStates(states()),
    settled: async () => {
      await loading;
    },
    close: () => closeAfter(thread, loading),
  };
}

function find(folder: string | undefined): Found[] {
  if (folder === undefined) return [];
  try {
    return findModels(folder);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return MODEL_TASKS.map((task) => ({ task, id: folder, why: error.message }));
  }
}

/** The failure of a load is kept in the model's state, where the health page reads it. */
async function load(model: KeptModel): Promise<boolean> {
  return model.ask({ spec: model.spec, kind: 'load' }).then(
    () => true,
    () => false,
  );
}

async function closeAfter(thread: ModelThread, loading: Promise<unknown>): Promise<void> {
  await thread.close();
  await loading;
}

function ofTask(kept: readonly KeptModel[], task: ModelTask): KeptModel[] {
  return kept.filter(({ spec }) => spec.task === task);
}

function statesOf(kept: readonly KeptModel[], unusable: readonly ModelState[]): ModelState[] {
  return MODEL_TASKS.flatMap((task): ModelState[] => {
    const mine = [...ofTask(kept, task).map((model) => model.state()), ...unusable.filter((one) => one.task === task)];
    return mine.length === 0 ? [{ task, state: 'absent' }] : mine;
  });
}

function embedderOf(model: KeptModel): Embedder {
  const { spec } = model;
  return {
    id: spec.id,
    embed: (all) =>
      inBatches(all, BATCH.embedding, async (texts) => {
        const answer = await model.ask({ spec, kind: 'embed', texts });
        return answer.kind === 'vectors' ? answer.vectors : refuse(spec, answer);
      }),
  };
}

function entailmentOf(model: KeptModel): Entailment {
  const { spec } = model;
  return {
    id: spec.id,
    judge: (all) =>
      inBatches(all, BATCH.entailment, async (pairs) => {
        const answer = await model.ask({ spec, kind: 'judge', pairs });
        return answer.kind === 'scores' ? answer.scores : refuse(spec, answer);
      }),
  };
}

function translatorOf(models: readonly KeptModel[]): Translator {
  const modelFor = (from: string, to: string) =>
    models.find(({ spec }) => spec.to === to && spec.from.includes(from) && from !== to);
  return {
    idFor: (from, to) => modelFor(from, to)?.spec.id ?? null,
    translate: async (all, from, to) => {
      const model = modelFor(from, to);
      if (model === undefined) throw new ModelError(`Không có mô hình dịch từ "${from}" sang "${to}".`);
      const { spec } = model;
      return inBatches(all, BATCH.translation, async (texts) => {
        const answer = await model.ask({ spec, kind: 'translate', texts, from, to });
        return answer.kind === 'texts' ? answer.texts : refuse(spec, answer);
      });
    },
  };
}

function refuse(spec: ModelSpec, answer: Answer): never {
  throw new ModelError(`Mô hình ${spec.id} trả lời sai loại (${answer.kind}).`);
}
