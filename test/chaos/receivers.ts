import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type Reaction, type Step, startSmtpServer } from '../../packages/delivery/test/smtp-server.ts';

/** How receivers of letters and webhooks behave for a while. */
export type Mood = 'well' | 'refusing' | 'broken' | 'slow' | 'cutting';

/** Who receives. */
export type Receiver = 'mail' | 'webhook';

/** A mail server and a webhook's receiver that keep count of what reached them. */
export interface Receivers {
  readonly smtpPort: number;
  readonly hookUrl: string;
  turn(receiver: Receiver, mood: Mood): void;
  /** How often each letter was taken, by Message-ID. */
  readonly letters: () => ReadonlyMap<string, number>;
  /** How often each webhook call was answered with success, by its id. */
  readonly calls: ReadonlyMap<string, number>;
  /** How often a receiver met a sender in a mood other than well. */
  readonly met: (receiver: Receiver, mood: Mood) => number;
  close(): Promise<void>;
}

const SMTP_MOODS: Readonly<Record<Mood, Readonly<Partial<Record<Step, Reaction>>>>> = {
  well: {},
  refusing: { RCPT: '451 4.3.0 later' },
  broken: { MAIL: '421 4.3.2 closing' },
  slow: { DATA: 'silence' },
  cutting: { message: 'reset' },
};
const SLOW_MS = 4_000;

export async function startReceivers(): Promise<Receivers> {
  const reactions: Partial<Record<Step, Reaction>> = {};
  const moods: Record<Receiver, Mood> = { mail: 'well', webhook: 'well' };
  const faults = new Map<string, number>();
  const meet = (receiver: Receiver): void => {
    const key = `${receiver} ${moods[receiver]}`;
    faults.set(key, (faults.get(key) ?? 0) + 1);
  };
  const smtp = await startSmtpServer({ reactions, onReaction: () => meet('mail') });
  const calls = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      meet('webhook');
      const taken = answer(moods.webhook, response);
      const id = String(request.headers['webhook-id'] ?? '');
      if (taken) calls.set(id, (calls.get(id) ?? 0) + 1);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const hookPort = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    smtpPort: smtp.port,
    hookUrl: `http://127.0.0.1:${hookPort}/nhan-tin`,
    turn: (receiver, next) => {
      moods[receiver] = next;
      if (receiver === 'webhook') return;
      for (const step of Object.keys(reactions)) delete reactions[step as Step];
      Object.assign(reactions, SMTP_MOODS[next]);
    },
    letters: () => {
      const taken = new Map<string, number>();
      for (const { content } of smtp.mails) {
        const id = /^Message-ID: (<[^>]+>)/im.exec(content)?.[1] ?? 'without Message-ID';
        taken.set(id, (taken.get(id) ?? 0) + 1);
      }
      return taken;
    },
    calls,
    met: (receiver, mood) => faults.get(`${receiver} ${mood}`) ?? 0,
    close: async () => {
      await smtp.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @returns whether the receiver took the call */
function answer(mood: Mood, response: ServerResponse): boolean {
  switch (mood) {
    case 'well':
      response.writeHead(204).end();
      return true;
    case 'refusing':
      response.writeHead(429, { 'retry-after': '1' }).end();
      return false;
    case 'broken':
      response.writeHead(500).end();
      return false;
    case 'slow':
      setTimeout(() => response.writeHead(204).end(), SLOW_MS);
      return true;
    case 'cutting':
      response.socket?.resetAndDestroy();
      return true;
  }
}
