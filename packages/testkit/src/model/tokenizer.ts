import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tokens that every tiny tokenizer has, in the order of their ids. */
export const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const;
export const PAD = 0;
export const END = 3;

const step = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
const sequence = (id: 'A' | 'B') => ({ Sequence: { id, type_id: id === 'A' ? 0 : 1 } });

export type TokenizerKind = 'bert' | 'marian' | 'nllb';

/** Languages that the tiny model of many languages can be told. */
export const LANGUAGES = ['eng_Latn', 'vie_Latn'] as const;

const CLASSES: Readonly<Record<TokenizerKind, string>> = {
  bert: 'BertTokenizer',
  marian: 'MarianTokenizer',
  nllb: 'NllbTokenizer',
};
const FRAMES = {
  bert: [step('[CLS]'), sequence('A'), step('[SEP]')],
  marian: [sequence('A'), step('[SEP]')],
  nllb: [step('eng_Latn'), sequence('A'), step('[SEP]')],
};

/**
 * Writes a word tokenizer (`tokenizer.json`, `tokenizer_config.json`) that knows `words` in lower case, and returns all its
 * tokens in the order of their ids.
 *
 * @param kind `bert` frames a text as [CLS] text [SEP] and a pair as [CLS] a [SEP] b [SEP]; `marian` as text [SEP]; `nllb` puts the
 * token of its language first
 */
export function writeTokenizer(folder: string, words: readonly string[], kind: TokenizerKind): readonly string[] {
  const tokens = [
    ...SPECIAL,
    ...(kind === 'nllb' ? LANGUAGES : []),
    ...new Set(words.map((word) => word.normalize('NFC').toLowerCase())),
  ];
  const marked = kind === 'nllb' ? tokens.slice(0, SPECIAL.length + LANGUAGES.length) : [...SPECIAL];
  const single = FRAMES[kind];
  const json = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: marked.map((content, id) => ({
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
      special_tokens: Object.fromEntries(marked.map((token, id) => [token, { id: token, ids: [id], tokens: [token] }])),
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
    tokenizer_class: CLASSES[kind],
    model_max_length: 128,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    ...(kind === 'bert' ? {} : { eos_token: '[SEP]' }),
    ...(kind === 'nllb' ? { additional_special_tokens: LANGUAGES } : {}),
  });
  return tokens;
}

export function writeJson(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content));
}
