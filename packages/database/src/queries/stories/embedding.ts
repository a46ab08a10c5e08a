/** A unit vector with the id of the model that gave it; only those of one model may be compared. */
export interface StoredEmbedding {
  readonly model: string;
  readonly vector: Float32Array;
}

export interface EmbeddingColumns {
  readonly embedding_model: string | null;
  readonly embedding: Buffer | null;
}

/** Four bytes a number, as processors of today order them (little end first). */
export function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes;
}

export function readEmbedding({ embedding_model: model, embedding }: EmbeddingColumns): StoredEmbedding | null {
  if (model === null || embedding === null) return null;
  return {
    model,
    vector: Float32Array.from({ length: embedding.length / 4 }, (_, at) => embedding.readFloatLE(at * 4)),
  };
}
