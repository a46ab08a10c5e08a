import {
  type Citation,
  type ClauseRef,
  formatClause,
  type Route,
  type RouteQuery,
  routeQuerySchema,
} from '@lamro/domain';
import type { z } from 'zod';
import { agencyOn } from '../agency/succession.ts';
import { shortClause } from '../clause/clause.ts';
import { QueryError } from '../problem/problem.ts';
import type { Profile } from '../profile/profile.ts';
import { type Candidate, confirmed } from './candidate.ts';
import { channelCitations, channelsOn } from './channel.ts';
import { localDay, requireInForce } from './day.ts';
import { chooseLead, type LeadChoice, unique } from './lead.ts';

/** Agencies found under one heading of a route, with the clauses that give them. */
interface Found {
  readonly ids: readonly string[];
  readonly clauses: readonly ClauseRef[];
  readonly confirm: readonly string[];
}

/**
 * Answers who leads, who builds the dossier, who coordinates, is told and watches, and by which channels.
 *
 * Without `at` the answer is that of the regulation as written; with `at` agencies that have gone are replaced by
 * those in force that day, `basis` is `internal` and `why` says what to confirm. `lead` is null when nobody is given.
 *
 * @throws QueryError for a date outside the regulation, an unknown reporter, or a name that fits two units
 * @example route(loadProfile('thai-binh'), { origin: 'foreign', sectors: ['investment'], places: [] })
 */
export function route(profile: Profile, input: z.input<typeof routeQuerySchema>): Route {
  const query = routeQuerySchema.parse(input);
  const day = dayOf(profile, query);
  requireReporter(profile, query);
  const choice = chooseLead(profile, query, day);
  const lead = choice.lead?.id ?? null;
  const dossier = dossierFor(profile, lead, day);
  const notify = told(profile, query, choice, day);
  const monitor = watchers(profile, query, choice, day);
  const confirm = unique([
    ...choice.weighed.flatMap((candidate) => (candidate.confirm === null ? [] : [candidate.confirm])),
    ...dossier.confirm,
    ...notify.confirm,
    ...monitor.confirm,
  ]);
  const isLaw =
    lead !== null &&
    confirm.length === 0 &&
    choice.weighed.every((candidate) => candidate.id === null || candidate.basis === 'law');
  return {
    lead,
    dossier: dossier.ids[0] ?? null,
    coordinate: [...choice.coordinate],
    notify: [...notify.ids],
    monitor: [...monitor.ids],
    channels: channelsOn(profile, day),
    citations: citations(profile, query, choice, { dossier, notify, monitor }),
    basis: isLaw ? 'law' : 'internal',
    why: explain(profile, choice, confirm),
  };
}

function dayOf(profile: Profile, query: RouteQuery): string | null {
  if (query.at === null || query.at === undefined) return null;
  const day = localDay(query.at, 'at');
  requireInForce(profile, day, 'at');
  return day;
}

function requireReporter(profile: Profile, query: RouteQuery): void {
  if (query.reportedBy == null || profile.agencies.has(query.reportedBy)) return;
  throw new QueryError(
    'reportedBy',
    `không có cơ quan "${query.reportedBy}" trong hồ sơ ${profile.id}; xem mã bằng lệnh "profile show ${profile.id}"`,
  );
}

function dossierFor(profile: Profile, lead: string | null, day: string | null): Found {
  const { agency, clauses } = profile.routing.dossier;
  if (agency === 'lead')
    return { ids: lead === null ? [] : [lead], clauses: lead === null ? [] : clauses, confirm: [] };
  return inForce(profile, [agency], clauses, day);
}

function told(profile: Profile, query: RouteQuery, choice: LeadChoice, day: string | null): Found {
  const concerned = [...(choice.lead?.id == null ? [] : [choice.lead.id]), ...choice.coordinate];
  const rules = profile.routing.notify.filter((rule) => rule.origin === 'any' || rule.origin === query.origin);
  const found = rules.map((rule) => {
    const fixed = rule.told.map((id) =>
      id === 'concerned' ? { ids: concerned, confirm: [] } : inForce(profile, [id], [], day),
    );
    return {
      ids: fixed.flatMap((one) => one.ids),
      confirm: fixed.flatMap((one) => one.confirm),
      clauses: rule.clauses,
    };
  });
  return merge(found, query.reportedBy == null ? null : agencyOn(profile, query.reportedBy, day).id);
}

function watchers(profile: Profile, query: RouteQuery, choice: LeadChoice, day: string | null): Found {
  const rules = profile.watch.filter((rule) => rule.origin === 'any' || rule.origin === query.origin);
  const own = choice.weighed.filter((candidate) => candidate.id !== null).slice(0, 1);
  const found = rules.map((rule) => {
    const parts = rule.who.map((id) =>
      id === 'own-field'
        ? { ids: own.flatMap((candidate) => (candidate.id === null ? [] : [candidate.id])), confirm: [] }
        : inForce(profile, [id], [], day),
    );
    const ids = parts.flatMap((part) => part.ids);
    return { ids, clauses: ids.length === 0 ? [] : rule.clauses, confirm: parts.flatMap((part) => part.confirm) };
  });
  return merge(found, null);
}

function inForce(profile: Profile, ids: readonly string[], clauses: readonly ClauseRef[], day: string | null): Found {
  const held = ids.map((id) => confirmed(profile, id, day));
  return {
    ids: held.flatMap((agency) => (agency.id === null ? [] : [agency.id])),
    clauses,
    confirm: held.flatMap((agency) => (agency.confirm === null ? [] : [agency.confirm])),
  };
}

function merge(found: readonly Found[], without: string | null): Found {
  return {
    ids: unique(found.flatMap((one) => one.ids)).filter((id) => id !== without),
    clauses: found.flatMap((one) => one.clauses),
    confirm: found.flatMap((one) => one.confirm),
  };
}

function citations(
  profile: Profile,
  query: RouteQuery,
  choice: LeadChoice,
  found: { dossier: Found; notify: Found; monitor: Found },
): Citation[] {
  const content = profile.content.filter((rule) => rule.sectors.some((sector) => query.sectors.includes(sector)));
  const all: Citation[] = [
    ...label('lead', choice.clauses),
    ...label('dossier', found.dossier.clauses),
    ...label('coordinate', choice.coordinate.length === 0 ? [] : coordinationClauses(profile, choice)),
    ...label('notify', found.notify.clauses),
    ...label('monitor', found.monitor.clauses),
    ...content.flatMap((rule) => label(`content:${rule.kind}`, rule.clauses)),
    ...channelCitations(profile),
  ];
  const seen = new Set<string>();
  return all.filter((citation) => {
    const key = `${citation.for} ${shortClause(citation)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Agencies that a sector's own clause puts beside the lead rest on that clause, the others on the general one. */
function coordinationClauses(profile: Profile, choice: LeadChoice): ClauseRef[] {
  const own = choice.weighed.filter((candidate) => candidate.with.length > 0).flatMap((candidate) => candidate.clauses);
  const beside = new Set(choice.weighed.flatMap((candidate) => candidate.with));
  const rest = choice.coordinate.some((id) => !beside.has(id));
  return [...own, ...(rest ? profile.routing.coordination.clauses : [])];
}

function label(purpose: string, refs: readonly ClauseRef[]): Citation[] {
  return refs.map((ref) => ({ ...ref, for: purpose }));
}

function explain(profile: Profile, choice: LeadChoice, confirm: readonly string[]): string {
  const needs = confirm.length === 0 ? '' : `; cần xác nhận: ${confirm.join('; ')}`;
  const { lead } = choice;
  if (lead === null || lead.id === null) {
    const reasons = choice.weighed.map((candidate) => withoutStop(candidate.reason));
    const cause = reasons.length === 0 ? 'không có lĩnh vực hay địa bàn nào để xác định' : reasons.join('; ');
    return `Chưa xác định được cơ quan chủ trì vì ${cause}; người có thẩm quyền quyết định${needs}.`;
  }
  const name = profile.agencies.get(lead.id)?.name ?? lead.id;
  return `${name} chủ trì vì ${withoutStop(lead.reason)}${grounds(profile, choice)}${passedOver(choice, lead)}${needs}.`;
}

function grounds(profile: Profile, choice: LeadChoice): string {
  const { instrument } = profile.regulation;
  const refs = choice.clauses.map((ref) => formatClause(ref, instrument));
  return refs.length === 0 ? '' : ` (${unique(refs).join('; ')})`;
}

/** Says which parts of the question gave nobody, so that nothing asked is passed over in silence. */
function passedOver(choice: LeadChoice, lead: Candidate): string {
  const silent = choice.weighed.filter((candidate) => candidate.id === null && candidate !== lead);
  return silent.length === 0 ? '' : `; ${silent.map((candidate) => withoutStop(candidate.reason)).join('; ')}`;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
