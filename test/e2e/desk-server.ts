import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Role } from '@lamro/domain';
import type { Page } from 'playwright-core';
import { type Office, openOffice } from '../../packages/desk/test/office.ts';
import type { Visitor } from './browser.ts';

type Answer = (request: Request) => Response | Promise<Response>;

export interface DeskServer {
  readonly office: Office;
  /** Where the desk is reached, `http://127.0.0.1:port`. */
  readonly address: string;
  /** Signs a visitor in by the form, whoever it was before. */
  signIn(visitor: Visitor, role: Role): Promise<Page>;
  /** Closes the port with every connection, and the office behind it. */
  close(): Promise<void>;
}

/**
 * Opens an office and puts its desk on a port of this machine. The port comes first: the desk has to know its own address.
 *
 * @param answerOf what answers there; the desk alone where absent
 */
export async function startDesk(
  answerOf: (office: Office, address: string) => { readonly fetch: Answer } = (office) => office,
): Promise<DeskServer> {
  const desk: { handle?: ReturnType<typeof getRequestListener> } = {};
  const server = createServer((request, response) => desk.handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
  const office = await openOffice(address);
  desk.handle = getRequestListener(answerOf(office, address).fetch);
  return {
    office,
    address,
    signIn: async ({ page }, role) => {
      await page.context().clearCookies();
      await page.goto(`${address}/sign-in`);
      await page.fill('#email', office.emailOf(role));
      await page.fill('#password', office.password);
      await page.click('form[action="/sign-in"] button');
      await page.waitForURL(`${address}/`);
      return page;
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await office.close();
    },
  };
}
