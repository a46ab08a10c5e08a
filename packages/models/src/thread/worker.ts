import { parentPort, workerData } from 'node:worker_threads';
import { createEmbedding } from '../task/embedding.ts';
import { createEntailment } from '../task/entailment.ts';
import { createTranslation } from '../task/translation.ts';
import type { Answer, Answered, Asked, Question, ThreadLimits } from './message.ts';

const limits: ThreadLimits = workerData;
const loaded = new Map<string, Promise<Model>>();

type Model = (question: Question) => Promise<Answer>;

function modelOf(question: Question): Promise<Model> {
  const { id } = question.spec;
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const fresh = load(question);
  loaded.set(id, fresh);
  // What did not load is tried again when it is asked again.
  fresh.catch(() => loaded.delete(id));
  return fresh;
}

async function load({ spec }: Question): Promise<Model> {
  if (spec.task === 'embedding') {
    const embed = await createEmbedding(spec, limits);
    return async (question) =>
      question.kind === 'embed' ? { kind: 'vectors', vectors: await embed(question.texts) } : LOADED;
  }
  if (spec.task === 'entailment') {
    const judge = await createEntailment(spec, limits);
    return async (question) =>
      question.kind === 'judge' ? { kind: 'scores', scores: await judge(question.pairs) } : LOADED;
  }
  const translate = await createTranslation(spec, limits);
  return async (question) =>
    question.kind === 'translate'
      ? { kind: 'texts', texts: await translate(question.texts, question.from, question.to) }
      : LOADED;
}

const LOADED: Answer = { kind: 'loaded' };

async function answer(question: Question): Promise<Answer> {
  try {
    return await (await modelOf(question))(question);
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

// One inference at a time: two at once would share the processors and hold twice the memory.
let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', ({ number, question }: Asked) => {
  turn = turn.then(async () => {
    const answered: Answered = { number, answer: await answer(question) };
    parentPort?.postMessage(answered);
  });
});
