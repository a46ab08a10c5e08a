import type { SourceView } from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { badge, type Html } from '../page/parts.ts';

/** How a source fares, in a word or two. */
export function sourceHealth(view: View, source: SourceView): Html {
  const { sources } = view.words;
  if (!source.enabled) return badge(sources.disabled);
  if (source.alarm !== null) return html`${badge(sources.alarmed, 'danger')} ${source.alarm}`;
  if (source.consecutiveFailures > 0)
    return badge(sources.failing(formatNumber(source.consecutiveFailures, view.locale)), 'warn');
  if (source.lastCheckedAt === null) return badge(sources.never, 'info');
  return badge(sources.healthy, 'ok');
}
