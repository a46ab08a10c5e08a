import { pack } from 'tar-stream';

/** A tar file that is written while it is read; memory holds one part at a time. */
export interface ContainerWriter {
  readonly bytes: AsyncIterable<Uint8Array>;
  add(name: string, bytes: Uint8Array): Promise<void>;
  finish(): void;
  /** Ends the reading side with an error. */
  fail(error: Error): void;
}

const OWNER_ONLY = 0o600;

export function createWriter(writtenAt: Date): ContainerWriter {
  const tar = pack();
  let failure: Error | null = null;
  tar.on('error', (error: Error) => {
    failure = error;
  });
  return {
    bytes: bytesOf(tar),
    add: (name, bytes) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        const closed = () => reject(failure ?? new Error('the reader of the backup is gone'));
        tar.once('close', closed);
        const entry = tar.entry({ name, mtime: writtenAt, mode: OWNER_ONLY, size: bytes.byteLength }, (error) => {
          tar.off('close', closed);
          if (error) reject(error);
          else resolve();
        });
        entry.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      }),
    finish: () => tar.finalize(),
    fail: (error) => tar.destroy(error),
  };
}

async function* bytesOf(tar: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of tar) if (chunk instanceof Uint8Array) yield chunk;
}
