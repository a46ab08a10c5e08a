/**
 * Gathers a body in one growing buffer. A list of chunks would keep an object and a slice of the socket's buffer for each
 * of them, and a server that sends one byte a chunk could make eight megabytes cost a gigabyte.
 */
export class ByteCollector {
  readonly #maxBytes: number;
  #buffer = new Uint8Array(64 * 1024);
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Adds what still fits; false when something did not. */
  add(chunk: Uint8Array): boolean {
    const fitting = chunk.subarray(0, this.#maxBytes - this.#length);
    this.#reserve(this.#length + fitting.length);
    this.#buffer.set(fitting, this.#length);
    this.#length += fitting.length;
    return fitting.length === chunk.length;
  }

  /** A copy of exactly what was gathered. */
  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #reserve(needed: number): void {
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, Math.min(this.#buffer.length * 2, this.#maxBytes)));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}
