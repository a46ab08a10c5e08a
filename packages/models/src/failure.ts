/** A model could not be loaded or did not answer; the message is one Vietnamese line with the remedy. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}
