import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel, type Graph, type Value } from './onnx.ts';
import { END, LANGUAGES, PAD, SPECIAL, writeJson, writeTokenizer } from './tokenizer.ts';

const ids: Value = { name: 'input_ids', element: 'int64', shape: ['batch', 'sequence'] };

function writeModel(folder: string, name: string, graph: Graph): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', `${name}.onnx`), encodeModel(graph));
}

/**
 * Writes a sentence embedder: words of one group point one way, whatever their language; unknown words point nowhere.
 *
 * @example writeTinyEmbedder(folder, [['lũ', 'flood'], ['cảng', 'port']])
 */
export function writeTinyEmbedder(folder: string, groups: readonly (readonly string[])[]): void {
  mkdirSync(folder, { recursive: true });
  const tokens = writeTokenizer(folder, groups.flat(), 'bert');
  const width = groups.length;
  const rows = tokens.flatMap((token) => groups.map((group) => (group.includes(token) ? 1 : 0)));
  writeJson(folder, 'config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: width });
  writeModel(folder, 'model', {
    inputs: [ids],
    outputs: [{ name: 'last_hidden_state', element: 'float', shape: ['batch', 'sequence', width] }],
    constants: [{ name: 'table', element: 'float', shape: [tokens.length, width], data: rows }],
    nodes: [{ op: 'Gather', inputs: ['table', 'input_ids'], output: 'last_hidden_state' }],
  });
}

/**
 * Writes a judge of pairs: an odd number of `negations` in premise and hypothesis together is a contradiction, an even one
 * an entailment.
 */
export function writeTinyEntailment(folder: string, negations: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const tokens = writeTokenizer(folder, negations, 'bert');
  writeJson(folder, 'config.json', {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    id2label: { 0: 'entailment', 1: 'neutral', 2: 'contradiction' },
    label2id: { entailment: 0, neutral: 1, contradiction: 2 },
  });
  const counts = tokens.map((token) => (negations.includes(token) ? 1 : 0));
  writeModel(folder, 'model', {
    inputs: [ids],
    outputs: [{ name: 'logits', element: 'float', shape: ['batch', 3] }],
    constants: [
      { name: 'table', element: 'float', shape: [tokens.length, 1], data: counts },
      { name: 'axis', element: 'int64', shape: [1], data: [1] },
      { name: 'one', element: 'float', shape: [1], data: [1] },
      { name: 'slope', element: 'float', shape: [1, 3], data: [12, 0, -12] },
      { name: 'offset', element: 'float', shape: [3], data: [-6, -2, 6] },
    ],
    nodes: [
      { op: 'Gather', inputs: ['table', 'input_ids'], output: 'marks' },
      { op: 'ReduceSum', inputs: ['marks', 'axis'], output: 'count', attributes: { keepdims: 0 } },
      { op: 'Sub', inputs: ['count', 'one'], output: 'beyond' },
      { op: 'Abs', inputs: ['beyond'], output: 'distance' },
      { op: 'MatMul', inputs: ['distance', 'slope'], output: 'tilted' },
      { op: 'Add', inputs: ['tilted', 'offset'], output: 'logits' },
    ],
  });
}

const CACHE_SHAPE = ['batch_size', 1, 'past', 1] as const;

/**
 * Writes an encoder and decoder that translate word by word by `dictionary`; what it does not know becomes [UNK]. The decoder
 * reads its position off the length of its cache, as real ones do.
 *
 * @param family `marian` for one pair of languages; `nllb` is told the pair and puts the target language first
 */
export function writeTinyTranslator(
  folder: string,
  dictionary: Readonly<Record<string, string>>,
  family: 'marian' | 'nllb' = 'marian',
): void {
  mkdirSync(folder, { recursive: true });
  const tokens = writeTokenizer(folder, Object.entries(dictionary).flat(), family);
  const kept = SPECIAL.length + (family === 'nllb' ? LANGUAGES.length : 0);
  const targets = tokens.map((token, id) => (id < kept ? id : tokens.indexOf(dictionary[token] ?? '[UNK]')));
  // What follows the end and the padding is the end again.
  targets[PAD] = END;
  const size = tokens.length;
  writeJson(folder, 'config.json', {
    ...(family === 'marian'
      ? { model_type: 'marian', architectures: ['MarianMTModel'] }
      : { model_type: 'm2m_100', architectures: ['M2M100ForConditionalGeneration'] }),
    is_encoder_decoder: true,
    d_model: size,
    decoder_layers: 1,
    decoder_attention_heads: 1,
    encoder_layers: 1,
    encoder_attention_heads: 1,
    vocab_size: size,
    decoder_start_token_id: PAD,
    pad_token_id: PAD,
    eos_token_id: END,
    max_length: 64,
  });
  const hidden = ['batch', 'sequence', size] as const;
  writeModel(folder, 'encoder_model', {
    inputs: [ids],
    outputs: [{ name: 'last_hidden_state', element: 'float', shape: hidden }],
    constants: [
      {
        name: 'table',
        element: 'float',
        shape: [size, size],
        data: targets.flatMap((target) => tokens.map((_, id) => (id === target ? 10 : 0))),
      },
    ],
    nodes: [{ op: 'Gather', inputs: ['table', 'input_ids'], output: 'last_hidden_state' }],
  });
  writeModel(folder, 'decoder_model_merged', decoder(size));
}

function decoder(size: number): Graph {
  return {
    inputs: [
      ids,
      { name: 'encoder_hidden_states', element: 'float', shape: ['batch', 'source', size] },
      { name: 'past_key_values.0.decoder.key', element: 'float', shape: CACHE_SHAPE },
    ],
    outputs: [
      { name: 'logits', element: 'float', shape: ['batch', 1, size] },
      { name: 'present.0.decoder.key', element: 'float', shape: CACHE_SHAPE },
    ],
    constants: [
      { name: 'at-one', element: 'int64', shape: [1], data: [1] },
      { name: 'at-two', element: 'int64', shape: [1], data: [2] },
      { name: 'step-shape', element: 'int64', shape: [4], data: [-1, 1, 1, 1] },
    ],
    nodes: [
      { op: 'Shape', inputs: ['past_key_values.0.decoder.key'], output: 'past-shape' },
      { op: 'Gather', inputs: ['past-shape', 'at-two'], output: 'position' },
      { op: 'Shape', inputs: ['encoder_hidden_states'], output: 'source-shape' },
      { op: 'Gather', inputs: ['source-shape', 'at-one'], output: 'length' },
      { op: 'Sub', inputs: ['length', 'at-one'], output: 'last' },
      { op: 'Min', inputs: ['position', 'last'], output: 'index' },
      { op: 'Gather', inputs: ['encoder_hidden_states', 'index'], output: 'logits', attributes: { axis: 1 } },
      { op: 'Cast', inputs: ['input_ids'], output: 'given', attributes: { to: 1 } },
      { op: 'Reshape', inputs: ['given', 'step-shape'], output: 'step' },
      {
        op: 'Concat',
        inputs: ['past_key_values.0.decoder.key', 'step'],
        output: 'present.0.decoder.key',
        attributes: { axis: 2 },
      },
    ],
  };
}
