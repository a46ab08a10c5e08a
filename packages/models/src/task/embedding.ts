import { AutoModel, AutoTokenizer, mean_pooling } from '@huggingface/transformers';
import type { ModelSpec } from '../manifest/manifest.ts';
import type { ThreadLimits } from '../thread/message.ts';
import { pretrained } from './pretrained.ts';

/**
 * Loads a sentence model of the e5 or MiniLM families and returns what embeds texts: mean of the token vectors under the
 * attention mask, scaled to length one (Wang et al. 2024, "Multilingual E5 Text Embeddings", and Reimers and Gurevych 2019).
 */
export async function createEmbedding(
  spec: ModelSpec,
  limits: ThreadLimits,
): Promise<(texts: readonly string[]) => Promise<Float32Array[]>> {
  const { name, options } = pretrained(spec, limits);
  const tokenizer = await AutoTokenizer.from_pretrained(name, options);
  const model = await AutoModel.from_pretrained(name, options);
  return async (texts) => {
    const inputs = tokenizer(
      texts.map((text) => spec.prefix + text),
      { padding: true, truncation: true, max_length: limits.tokens },
    );
    const output = await model(inputs);
    const pooled = mean_pooling(output.last_hidden_state ?? output.token_embeddings, inputs.attention_mask);
    const rows: number[][] = pooled.tolist();
    return rows.map(unit);
  };
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length > 0 ? value / length : 0));
}
