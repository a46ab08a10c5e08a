import type { SourceView } from '@lamro/database';
import { formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { badge, facts, type Html, section, time } from '../page/parts.ts';

/** How a source fares, in a word or two. */
export function sourceHealth(view: View, source: SourceView): Html {
  const { sources, terms } = view.words;
  if (!source.enabled) return badge(sources.disabled);
  if (source.alarm !== null)
    return html`${badge(sources.alarmed, 'danger')} ${termOf(terms.sourceAlarms, source.alarm)}`;
  if (source.consecutiveFailures > 0)
    return badge(sources.failing(formatNumber(source.consecutiveFailures, view.locale)), 'warn');
  if (source.lastCheckedAt === null) return badge(sources.never, 'info');
  return badge(sources.healthy, 'ok');
}

/** What is wrong with a source, what led to saying so, and what to do. */
export function alarmSection(
  view: View,
  alarm: { readonly name: string; readonly detail: string | null; readonly since: Date | null },
): Html {
  const { alarm: words, terms } = view.words;
  return section(
    'alarm',
    `${words.title}: ${termOf(terms.sourceAlarms, alarm.name)}`,
    facts([
      [words.since, alarm.since === null ? null : time(view, alarm.since)],
      [words.detail, alarm.detail],
      [words.remedy, termOf(terms.sourceRemedies, alarm.name)],
    ]),
  );
}
