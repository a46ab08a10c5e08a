import { type EntailmentOf, splitSentences, translationRisks } from '@lamro/analysis';
import type { NewTranslation, StoredEmbedding, StoredRisk } from '@lamro/database';
import type { PressItem, TextPair } from '@lamro/domain';
import { ModelError, type Models } from '@lamro/models';
import type { Logger, Metrics } from '@lamro/runtime';

/** What models say of one article. Everything may be missing: there is no such model, or it failed just now. */
export interface ModelReading {
  readonly embedding: StoredEmbedding | null;
  readonly translation: MachineTranslation | null;
  readonly entailment: EntailmentOf | null;
  /** Ids of the models that had a part in the judgement. */
  readonly models: readonly string[];
}

export type MachineTranslation = Pick<NewTranslation, 'title' | 'body' | 'language' | 'risks'> & {
  readonly model: string;
  readonly sentences: ReadonlyMap<string, TranslatedSentence>;
};

interface TranslatedSentence {
  readonly text: string;
  readonly risks: readonly StoredRisk[];
}

export interface ModelReader {
  /** Never throws for a model that fails: the article is then judged without it, and the failure is counted. */
  read(item: PressItem, pairs: readonly TextPair[]): Promise<ModelReading>;
}

/** Language in which people here read, and in which official records are written. */
const HOME = 'vi';
/** Sentences of one article that are translated; the rest of a very long text stays as it is. */
const MOST_SENTENCES = 80;

export function createModelReader(models: Models | null, metrics: Metrics, logger: Logger): ModelReader {
  const calls = metrics.counter('model_calls_total', 'Questions to models, by task and outcome', ['task', 'outcome']);
  const attempt = async <Result>(task: string, work: () => Promise<Result | null>): Promise<Result | null> => {
    try {
      const result = await work();
      // Null: nothing was asked, for want of a model or of anything that it could answer.
      if (result !== null) calls.inc({ task, outcome: 'answered' });
      return result;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      calls.inc({ task, outcome: 'failed' });
      logger.warn({ task, why: error.message }, 'judging without a model that failed');
      return null;
    }
  };
  return {
    read: async (item, pairs) => {
      if (models === null) return { embedding: null, translation: null, entailment: null, models: [] };
      const embedding = await attempt('embedding', () => embed(models, item));
      const translation = await attempt('translation', () => translate(models, item));
      const entailment = await attempt('entailment', () => judgePairs(models, pairs, translation));
      const used = [embedding?.model, entailment === null ? undefined : models.entailment?.id];
      return { embedding, translation, entailment, models: used.filter((id) => id !== undefined) };
    },
  };
}

/** A headline and the beginning of a text say what an article is about; models cut off the rest. */
async function embed({ embedder }: Models, item: PressItem): Promise<StoredEmbedding | null> {
  if (embedder === null) return null;
  const [vector] = await embedder.embed([`${item.title}. ${item.text}`]);
  // A text of which the model knows no word has no direction.
  return vector === undefined || vector.every((value) => value === 0) ? null : { model: embedder.id, vector };
}

async function translate({ translator }: Models, item: PressItem): Promise<MachineTranslation | null> {
  const from = item.language ?? 'und';
  const model = translator?.idFor(from, HOME) ?? null;
  if (translator === null || model === null) return null;
  const quotes = [item.title, item.text].flatMap((text) => splitSentences(text).map(({ quote }) => quote));
  const originals = [...new Set(quotes)].slice(0, MOST_SENTENCES);
  const texts = await translator.translate(originals, from, HOME);
  const sentences = new Map(
    originals.map((original, at) => {
      const text = texts[at] ?? '';
      const risks = translationRisks(original, from, text, HOME);
      return [original, { text, risks: risks.map((risk) => ({ ...risk, original, translation: text })) }] as const;
    }),
  );
  return {
    model,
    language: HOME,
    title: inTranslation(item.title, sentences),
    body: inTranslation(item.text, sentences),
    risks: [...sentences.values()].flatMap(({ risks }) => risks),
    sentences,
  };
}

/** The text with each sentence replaced where it stands, so that paragraphs keep. */
function inTranslation(text: string, sentences: ReadonlyMap<string, TranslatedSentence>): string {
  let from = 0;
  const parts = splitSentences(text).flatMap(({ start, end, quote }) => {
    const gap = text.slice(from, start);
    from = end;
    return [gap, sentences.get(quote)?.text ?? quote];
  });
  return [...parts, text.slice(from)].join('').trim();
}

/** Where a sentence has a translation without risk, the model reads that: both sides are then in the records' own language. */
async function judgePairs(
  { entailment }: Models,
  pairs: readonly TextPair[],
  translation: MachineTranslation | null,
): Promise<EntailmentOf | null> {
  if (entailment === null || pairs.length === 0) return null;
  const read = pairs.map(({ premise, hypothesis }) => {
    const sentence = translation?.sentences.get(hypothesis);
    const safe = sentence !== undefined && sentence.risks.length === 0 && sentence.text !== '' ? sentence.text : null;
    return { premise, hypothesis, translated: safe };
  });
  const scores = await entailment.judge(
    read.map(({ premise, hypothesis, translated }) => ({ premise, hypothesis: translated ?? hypothesis })),
  );
  const verdicts = new Map(
    read.flatMap(({ premise, hypothesis, translated }, at) => {
      const score = scores[at];
      if (score === undefined) return [];
      const verdict = translated === null ? score : { ...score, translation: translated };
      return [[keyOf(premise, hypothesis), verdict] as const];
    }),
  );
  return (premise, hypothesis) => verdicts.get(keyOf(premise, hypothesis)) ?? null;
}

function keyOf(premise: string, hypothesis: string): string {
  return `${premise}\n${hypothesis}`;
}
