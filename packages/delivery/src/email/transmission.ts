import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { EmailSettings } from './settings.ts';

/**
 * How far an attempt had come. From `message` on the whole mail, with the dot that ends it, may be with the server: what
 * breaks then without an answer may have been accepted.
 */
export type Stage = 'connect' | 'sign-in' | 'envelope' | 'message';

const PIECE = 16 * 1024;

/** An attempt that broke, and where. */
export class TransmissionBroken extends Error {
  readonly stage: Stage;

  constructor(stage: Stage, cause: unknown) {
    super(`SMTP broke at ${stage}`, { cause });
    this.stage = stage;
  }
}

/**
 * Hands one mail over to the server in a session of its own.
 *
 * @param raw the mail, headers and all
 * @returns what the server said when it took the mail
 * @throws TransmissionBroken
 */
export async function transmit(
  settings: EmailSettings,
  recipient: string,
  raw: Uint8Array,
  signal: AbortSignal,
): Promise<string> {
  const progress: { stage: Stage } = { stage: 'connect' };
  const connection = openConnection(settings);
  const broken = Promise.withResolvers<never>();
  connection.on('error', broken.reject);
  const stop = (): void => broken.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([converse(connection, settings, recipient, raw, progress), broken.promise]);
  } catch (error) {
    throw new TransmissionBroken(progress.stage, error);
  } finally {
    signal.removeEventListener('abort', stop);
    connection.close();
  }
}

/**
 * Opens a session, signs in where there is an account, and ends it again.
 *
 * @throws Error with one Vietnamese line
 */
export async function greet(settings: EmailSettings): Promise<void> {
  const connection = openConnection(settings);
  const broken = Promise.withResolvers<never>();
  connection.on('error', broken.reject);
  const { host, port, user, password } = settings;
  const session = async () => {
    await done((settle) => connection.connect(settle));
    if (user !== null && password !== null) await done((settle) => connection.login({ user, pass: password }, settle));
  };
  try {
    await Promise.race([session(), broken.promise]);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`máy chủ thư ${host}:${port} không nhận: ${why}; kiểm tra SMTP_URL, tài khoản và tường lửa`, {
      cause,
    });
  } finally {
    connection.close();
  }
}

async function converse(
  connection: SMTPConnection,
  { user, password, from }: EmailSettings,
  recipient: string,
  raw: Uint8Array,
  progress: { stage: Stage },
): Promise<string> {
  await done((settle) => connection.connect(settle));
  if (user !== null && password !== null) {
    progress.stage = 'sign-in';
    await done((settle) => connection.login({ user, pass: password }, settle));
  }
  progress.stage = 'envelope';
  const message = Readable.from(pieces(raw), { highWaterMark: 1 });
  message.once('end', () => {
    progress.stage = 'message';
  });
  const envelope = { from: from.address, to: [recipient], size: raw.length };
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  connection.send(envelope, message, (error, info) => (error ? reject(error) : resolve(info.response ?? '')));
  return promise;
}

/** In pieces, so that the stream ends when the last one has left and not when the first was taken. */
function* pieces(raw: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE) yield Buffer.from(raw.subarray(at, at + PIECE));
}

function openConnection({ host, port, tls, connectMs, idleMs }: EmailSettings): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: idleMs,
    socketCloseTimeout: 0,
    maxResponseSize: 64 * 1024,
    allowInternalNetworkInterfaces: true,
  });
}

function done(start: (settle: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}
