import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupDamaged, WrongKey } from '../file/problem.ts';

/** What a backup is closed with: a passphrase, or the public halves of keys whose secret halves lie elsewhere. */
export type LockingKey = { readonly passphrase: string } | { readonly recipients: readonly string[] };
/** What opens it again. */
export type OpeningKey = { readonly passphrase: string } | { readonly identities: readonly string[] };

/**
 * Closes bytes in the age format (https://age-encryption.org/v1): each 64 KiB are authenticated, and so is the end, so that neither a
 * changed nor a shortened file passes for whole.
 *
 * @throws RangeError naming a recipient that is none
 */
export async function lock(plain: AsyncIterable<Uint8Array>, key: LockingKey): Promise<Readable> {
  const encrypter = new Encrypter();
  if ('passphrase' in key) encrypter.setPassphrase(key.passphrase);
  else for (const recipient of key.recipients) addRecipient(encrypter, recipient);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new RangeError(
      `BACKUP_RECIPIENT có khóa công khai không đúng ("${recipient.slice(0, 12)}…"): cần dạng age1…`,
      {
        cause,
      },
    );
  }
}

/**
 * Opens what `lock` closed.
 *
 * @throws WrongKey; BackupDamaged when the head is not that of an age file
 */
export async function unlock(closed: AsyncIterable<Uint8Array>, key: OpeningKey): Promise<Readable> {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else
    for (const identity of key.identities) {
      try {
        decrypter.addIdentity(identity);
      } catch (cause) {
        throw new RangeError('BACKUP_IDENTITY không phải khóa bí mật AGE-SECRET-KEY-1…', { cause });
      }
    }
  try {
    return fromWeb(await decrypter.decrypt(toWeb(closed)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw /no identity matched/i.test(why) ? new WrongKey(cause) : new BackupDamaged(`phần đầu tệp: ${why}`, cause);
  }
}

function toWeb(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.from(chunksOf(stream), { objectMode: false });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early lets the other end stop too.
    await reader.cancel().catch(() => undefined);
  }
}
