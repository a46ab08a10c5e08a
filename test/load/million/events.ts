import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '@lamro/database';
import type { Figure } from '../figure.ts';
import { PROFILE } from './open.ts';
import { quantile } from './quantile.ts';

const CLIENTS = 500;
const CHANGES = 20;

/** How long after its commit a change is with each of five hundred readers of server-sent events. */
export async function measureEvents(
  address: string,
  cookies: readonly string[],
  pool: Pool,
): Promise<readonly Figure[]> {
  const committed = new Map<string, number>();
  const delays: number[] = [];
  const listen = (cookie: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const request = get(`${address}/api/v1/events`, { headers: { cookie }, agent: false }, (response) => {
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          for (const [, object] of text.matchAll(/"objectId":"(load-\d+)"/gu)) {
            const at = committed.get(object ?? '');
            if (at !== undefined) delays.push(performance.now() - at);
          }
        });
        if (response.statusCode === 200) resolve(response);
        else reject(new Error(`the stream of events answered ${response.statusCode}`));
      });
      request.once('error', reject);
    });
  const readers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, n) => listen(cookies[n % cookies.length] ?? '')),
  );
  await sleep(2_000);
  for (let n = 0; n < CHANGES; n++) {
    const object = `load-${n}`;
    committed.set(object, performance.now());
    await pool.query(
      `insert into changes (profile, kind, object_kind, object_id) values ($1, 'article.relevant', 'article', $2)`,
      [PROFILE, object],
    );
    await sleep(250);
  }
  for (let tries = 0; tries < 200 && delays.length < CLIENTS * CHANGES; tries++) await sleep(50);
  for (const reader of readers) reader.destroy();
  if (delays.length !== CLIENTS * CHANGES) throw new Error(`${delays.length} of ${CLIENTS * CHANGES} events arrived`);
  const note = `${CHANGES} changes to ${CLIENTS} readers of one api process, from writing to receiving, none lost, none twice`;
  return [
    { name: 'ledger.events.median', value: quantile(delays, 0.5), unit: 'ms', note },
    { name: 'ledger.events.p95', value: quantile(delays, 0.95), unit: 'ms', note },
  ];
}
