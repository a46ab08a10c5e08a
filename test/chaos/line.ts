import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `cut` refuses and breaks connections, `silent` takes them and answers nothing, `slow` holds back every packet. */
export type Weather = 'fair' | 'slow' | 'cut' | 'silent';

const SLOW_MS = 250;

/** A stretch of network on loopback that can be spoilt. */
export interface Line {
  readonly port: number;
  /** Where connections go from now on. */
  leadTo(host: string, port: number): void;
  turn(weather: Weather): void;
  /** Breaks all connections that stand, without a word. */
  breakAll(): void;
  /** Connections broken or refused by the weather so far. */
  readonly spoilt: () => number;
  close(): Promise<void>;
}

/** Starts a TCP proxy on `host`. A connection keeps the target it began with. */
export async function startLine(host = '127.0.0.1', port = 0): Promise<Line> {
  const open = new Set<Socket>();
  let target = { host, port: 0 };
  let weather: Weather = 'fair';
  let spoilt = 0;
  const breakAll = (): void => {
    spoilt += open.size;
    for (const socket of open) socket.resetAndDestroy();
  };
  const server: Server = createServer((near) => {
    if (weather === 'cut') {
      spoilt += 1;
      near.resetAndDestroy();
      return;
    }
    const far = connect(target.port, target.host);
    join(near, far, open, () => weather);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    leadTo: (nextHost, nextPort) => {
      target = { host: nextHost, port: nextPort };
    },
    turn: (next) => {
      weather = next;
      if (next === 'cut') breakAll();
    },
    breakAll,
    spoilt: () => spoilt,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function join(near: Socket, far: Socket, open: Set<Socket>, weather: () => Weather): void {
  const pair = [near, far] as const;
  for (const [from, to] of [pair, [far, near]] as const) {
    open.add(from);
    let turn: Promise<unknown> = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      if (weather() === 'fair') {
        turn = turn.then(() => to.write(bytes));
        return;
      }
      turn = turn.then(async () => {
        await sleep(SLOW_MS);
        // What was said into a silent line arrives when it speaks again, as after a lost route.
        while (weather() === 'silent' && !to.destroyed) await sleep(SLOW_MS);
        to.write(bytes);
      });
    });
    from.on('end', () => void turn.then(() => to.end()));
    // Either side may go as it likes; the other one then learns it.
    from.on('error', () => to.destroy());
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
  }
}
