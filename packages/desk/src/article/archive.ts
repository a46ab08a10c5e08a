import type { Hono } from 'hono';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { pathId } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';

/**
 * Hands out the page as it was fetched, as a file: a foreign page must never run on our origin. Every opening is logged
 * by the command.
 */
export function archiveRoute(routes: Hono<DeskEnv>, { casework, blobStore }: DeskOptions): void {
  routes.post('/articles/:id/versions/:version/archive', async (c) => {
    const { actor } = c.get('signed');
    allow(actor, 'press.open-archived');
    const versionId = pathId(c, 'version');
    const { sha256 } = await casework.openArchived(actor, { versionId });
    if (blobStore === undefined || !(await blobStore.has(sha256))) throw new NotFound();
    return c.body(Uint8Array.from(await blobStore.get(sha256)), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="lam-ro-${versionId}.html"`,
    });
  });
}
