import { insertAuditEntry, viewVersions } from '@lamro/database';
import type { Hono } from 'hono';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, pathId } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';

/**
 * Hands out the page as it was fetched, as a plain text of its source: a foreign page must never run on our origin.
 * Every opening is written into the audit trail first.
 */
export function archiveRoute(routes: Hono<DeskEnv>, { pool, blobStore, clock }: DeskOptions): void {
  routes.post('/articles/:id/versions/:version/archive', async (c) => {
    const { actor } = c.get('signed');
    allow(actor, 'press.open-archived');
    const versions = await viewVersions(pool, actor.profile, pathId(c));
    const version = found(versions.find(({ id }) => id === c.req.param('version')) ?? null);
    if (blobStore === undefined || !(await blobStore.has(version.snapshotSha256))) throw new NotFound();
    await insertAuditEntry(pool, {
      profile: actor.profile,
      actorId: actor.id,
      actorRole: actor.role,
      action: 'open-archived',
      objectKind: 'article-version',
      objectId: version.id,
      detail: { sha256: version.snapshotSha256 },
      at: clock.now(),
    });
    const bytes = await blobStore.get(version.snapshotSha256);
    return c.body(Uint8Array.from(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="lam-ro-${version.id}.html"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });
}
