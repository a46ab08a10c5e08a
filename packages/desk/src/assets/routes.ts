import { Hono } from 'hono';
import type { DeskEnv } from '../desk/view.ts';
import { ASSETS } from './assets.ts';

/** The four files that pages load; their addresses carry their hash, so browsers keep them. */
export function assetRoutes(): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  for (const asset of Object.values(ASSETS)) {
    routes.get(asset.path, (c) =>
      c.body(asset.body, 200, {
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      }),
    );
  }
  return routes;
}
