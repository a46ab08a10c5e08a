import { pipeline } from '@huggingface/transformers';
import type { ModelSpec } from '../manifest/manifest.ts';
import type { ThreadLimits } from '../thread/message.ts';
import { flores } from './flores.ts';
import { pretrained } from './pretrained.ts';

/**
 * Loads a model of the opus-mt (one pair of languages) or NLLB (many) families and returns what translates texts, by greedy
 * search so that one text always gives one translation.
 */
export async function createTranslation(
  spec: ModelSpec,
  limits: ThreadLimits,
): Promise<(texts: readonly string[], from: string, to: string) => Promise<string[]>> {
  const { name, options } = pretrained(spec, limits);
  const translate = await pipeline('translation', name, options);
  // Models for many languages must be told the pair; those for one pair know no such tokens.
  const many = '_build_translation_inputs' in translate.tokenizer;
  return async (texts, from, to) => {
    const languages = many ? { src_lang: flores(from), tgt_lang: flores(to) } : {};
    const settings = { max_new_tokens: limits.tokens, num_beams: 1, do_sample: false, ...languages };
    const outputs = await translate([...texts], settings);
    return [outputs].flat(2).map((output) => output.translation_text.normalize('NFC'));
  };
}
