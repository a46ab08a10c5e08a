import { AutoModelForSequenceClassification, AutoTokenizer, softmax } from '@huggingface/transformers';
import type { EntailmentScores, TextPair } from '@lamro/domain';
import { ModelError } from '../failure.ts';
import type { ModelSpec } from '../manifest/manifest.ts';
import type { ThreadLimits } from '../thread/message.ts';
import { pretrained } from './pretrained.ts';

/**
 * Loads a model of natural language inference (the mDeBERTa XNLI family) and returns what judges pairs. Which output means
 * what is read off its configuration, for families differ in their order.
 */
export async function createEntailment(
  spec: ModelSpec,
  limits: ThreadLimits,
): Promise<(pairs: readonly TextPair[]) => Promise<EntailmentScores[]>> {
  const { name, options } = pretrained(spec, limits);
  const tokenizer = await AutoTokenizer.from_pretrained(name, options);
  const model = await AutoModelForSequenceClassification.from_pretrained(name, options);
  const order = readLabels('id2label' in model.config ? model.config.id2label : undefined);
  return async (pairs) => {
    const inputs = tokenizer(
      pairs.map(({ premise }) => premise),
      {
        text_pair: pairs.map(({ hypothesis }) => hypothesis),
        padding: true,
        truncation: true,
        max_length: limits.tokens,
      },
    );
    const { logits } = await model(inputs);
    const rows: number[][] = logits.tolist();
    return rows.map((row) => scoresOf(softmax(row), order));
  };
}

type Order = Readonly<Record<keyof EntailmentScores, number>>;

/** @throws ModelError when the model does not tell the three relations apart */
export function readLabels(labels: unknown): Order {
  const names = typeof labels === 'object' && labels !== null ? Object.entries(labels) : [];
  const at = (relation: keyof EntailmentScores): number => {
    const found = names.find(([, label]) => String(label).toLowerCase().startsWith(relation));
    if (found === undefined) {
      throw new ModelError(
        `Mô hình suy luận không có nhãn "${relation}" trong config.json; hãy dùng mô hình NLI ba nhãn.`,
      );
    }
    return Number(found[0]);
  };
  return { entailment: at('entailment'), neutral: at('neutral'), contradiction: at('contradiction') };
}

function scoresOf(row: ArrayLike<number>, order: Order): EntailmentScores {
  return {
    entailment: row[order.entailment] ?? 0,
    contradiction: row[order.contradiction] ?? 0,
    neutral: row[order.neutral] ?? 0,
  };
}
