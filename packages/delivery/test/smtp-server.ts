import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What the server does at one step: answers with this line, or misbehaves. */
export type Reaction = string | 'close' | 'reset' | 'silence';

export type Step = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message';

export interface SmtpOptions {
  /** What differs from a server that takes everything. */
  readonly reactions?: Readonly<Partial<Record<Step, Reaction>>>;
  /** Told of each step at which it does not do what a server that takes everything does. */
  readonly onReaction?: (step: Step) => void;
  /** Closes after this many bytes of the message. */
  readonly cutAfter?: number;
  /** Offers STARTTLS with this certificate. */
  readonly certificate?: { readonly key: string; readonly certificate: string };
  /** Offers signing in, and takes only this user and password. */
  readonly account?: { readonly user: string; readonly password: string };
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, dots unstuffed. */
  readonly content: string;
  readonly secure: boolean;
}

export interface SmtpServer {
  readonly port: number;
  /** Mails whose final dot was read, answered or not. */
  readonly mails: readonly ReceivedMail[];
  readonly sessions: () => number;
  close(): Promise<void>;
}

const TAKEN: Readonly<Record<Step, string>> = {
  greeting: '220 mail.example ESMTP',
  EHLO: '250 mail.example',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  message: '250 2.0.0 queued as 4711',
};

/** A small mail server on loopback (RFC 5321) that can be told to fail at any step. */
export async function startSmtpServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let sessions = 0;
  const server: Server = createServer((socket) => {
    sessions += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new Session(options, (mail) => mails.push(mail)).serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mails,
    sessions: () => sessions,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

class Session {
  readonly #options: SmtpOptions;
  readonly #keep: (mail: ReceivedMail) => void;
  #socket: Socket | null = null;
  #input = '';
  #inMessage = false;
  #from = '';
  #to: string[] = [];
  #secure = false;

  constructor(options: SmtpOptions, keep: (mail: ReceivedMail) => void) {
    this.#options = options;
    this.#keep = keep;
  }

  serve(socket: Socket, greet = true): void {
    this.#socket = socket;
    this.#input = '';
    // The client hangs up as it likes.
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => this.#read(bytes.toString('latin1')));
    if (greet) this.#react('greeting');
  }

  #read(text: string): void {
    this.#input += text;
    const cut = this.#options.cutAfter;
    if (this.#inMessage && cut !== undefined && this.#input.length >= cut) return void this.#socket?.destroy();
    for (;;) {
      const end = this.#inMessage ? this.#input.indexOf('\r\n.\r\n') : this.#input.indexOf('\r\n');
      if (end === -1) return;
      const part = this.#input.slice(0, end);
      this.#input = this.#input.slice(end + (this.#inMessage ? 5 : 2));
      if (this.#inMessage) this.#take(part);
      else this.#command(part);
    }
  }

  #take(part: string): void {
    this.#inMessage = false;
    const content = Buffer.from(part.replace(/^\.\./gm, '.'), 'latin1').toString('utf8');
    this.#keep({ from: this.#from, to: this.#to, content, secure: this.#secure });
    this.#react('message');
  }

  #command(line: string): void {
    const verb = (line.split(' ')[0] ?? '').toUpperCase();
    const address = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') this.#hello();
    else if (verb === 'STARTTLS') this.#startTls();
    else if (verb === 'AUTH') this.#signIn(line);
    else if (verb === 'QUIT') this.#socket?.end('221 bye\r\n');
    else if (verb === 'MAIL') this.#from = address;
    else if (verb === 'RCPT') this.#to.push(address);
    else if (verb === 'DATA') this.#inMessage = (this.#options.reactions?.DATA ?? TAKEN.DATA).startsWith('354');
    else this.#say('502 not known');
    if (verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA') this.#react(verb);
  }

  #hello(): void {
    if (this.#options.reactions?.EHLO !== undefined) {
      this.#react('EHLO');
      return;
    }
    const offers = [
      ...(this.#options.certificate !== undefined && !this.#secure ? ['STARTTLS'] : []),
      ...(this.#options.account !== undefined ? ['AUTH PLAIN'] : []),
      '8BITMIME',
    ];
    this.#say(
      [
        '250-mail.example',
        ...offers.map((offer, index) => `250${index === offers.length - 1 ? ' ' : '-'}${offer}`),
      ].join('\r\n'),
    );
  }

  #startTls(): void {
    const { certificate } = this.#options;
    const plain = this.#socket;
    if (certificate === undefined || plain === null) {
      this.#say('502 not known');
      return;
    }
    this.#say('220 go ahead');
    plain.removeAllListeners('data');
    this.#secure = true;
    this.serve(new TLSSocket(plain, { isServer: true, key: certificate.key, cert: certificate.certificate }), false);
  }

  #signIn(line: string): void {
    const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
      .toString()
      .split('\0');
    const { account } = this.#options;
    if (account?.user === user && account?.password === password) this.#react('AUTH');
    else this.#say('535 5.7.8 wrong');
  }

  #react(step: Step): void {
    const told = this.#options.reactions?.[step];
    if (told !== undefined) this.#options.onReaction?.(step);
    const reaction = told ?? TAKEN[step];
    if (reaction === 'close') this.#socket?.end();
    else if (reaction === 'reset') this.#socket?.resetAndDestroy();
    else if (reaction !== 'silence') this.#say(reaction);
  }

  #say(line: string): void {
    this.#socket?.write(`${line}\r\n`);
  }
}
