import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tokens that every tiny tokenizer has, in the order of their ids. */
export const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const;
export const PAD = 0;
export const END = 3;

const special = (token: (typeof SPECIAL)[number]) => ({ id: token, ids: [SPECIAL.indexOf(token)], tokens: [token] });
const step = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
const sequence = (id: 'A' | 'B') => ({ Sequence: { id, type_id: id === 'A' ? 0 : 1 } });

/**
 * Writes a word tokenizer (`tokenizer.json`, `tokenizer_config.json`) that knows `words` in lower case, and returns all its
 * tokens in the order of their ids.
 *
 * @param kind `bert` frames a text as [CLS] text [SEP] and a pair as [CLS] a [SEP] b [SEP]; `marian` as text [SEP]
 */
export function writeTokenizer(folder: string, words: readonly string[], kind: 'bert' | 'marian'): readonly string[] {
  const tokens = [...SPECIAL, ...new Set(words.map((word) => word.normalize('NFC').toLowerCase()))];
  const bert = kind === 'bert';
  const single = bert ? [step('[CLS]'), sequence('A'), step('[SEP]')] : [sequence('A'), step('[SEP]')];
  const json = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single,
      pair: [...single, sequence('B'), step('[SEP]')],
      special_tokens: { '[CLS]': special('[CLS]'), '[SEP]': special('[SEP]') },
    },
    decoder: null,
    model: {
      type: 'WordLevel',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      unk_token: '[UNK]',
    },
  };
  writeJson(folder, 'tokenizer.json', json);
  writeJson(folder, 'tokenizer_config.json', {
    tokenizer_class: bert ? 'BertTokenizer' : 'MarianTokenizer',
    model_max_length: 128,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    ...(bert ? {} : { eos_token: '[SEP]' }),
  });
  return tokens;
}

export function writeJson(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content));
}
