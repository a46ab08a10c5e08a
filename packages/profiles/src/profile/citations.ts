import type { ClauseRef } from '@lamro/domain';
import type { ProfileFile } from './schema.ts';

/** A clause cited somewhere in a profile, with the place and what the entry says of it. */
export interface EntryCitation {
  readonly ref: ClauseRef;
  readonly path: readonly (string | number)[];
  /** The entry in Vietnamese, e.g. `Nhiệm vụ của Sở Ngoại vụ: …`. */
  readonly entry: string;
}

type CitedFile = Pick<
  ProfileFile,
  | 'regulation'
  | 'contact'
  | 'groups'
  | 'sectors'
  | 'routing'
  | 'watch'
  | 'channels'
  | 'clarificationsTo'
  | 'content'
  | 'reports'
  | 'deadlines'
> & { readonly agencies: Iterable<readonly [string, ProfileFile['agencies'][string]]> };

/** Lists every clause that an entry of the profile carries (not those set aside under `outside`). */
export function listCitations(profile: CitedFile): EntryCitation[] {
  return [...singleEntries(profile), ...agencyEntries(profile), ...routingEntries(profile), ...listEntries(profile)];
}

function cite(refs: readonly ClauseRef[], path: readonly (string | number)[], entry: string): EntryCitation[] {
  return refs.map((ref, index) => ({ ref, path: [...path, index], entry }));
}

function singleEntries(profile: CitedFile): EntryCitation[] {
  const { regulation, contact, groups } = profile;
  return [
    ...cite(
      regulation.clauses,
      ['regulation', 'clauses'],
      'Văn bản: số hiệu, ngày ban hành, hiệu lực, văn bản bị thay thế',
    ),
    ...cite(contact.clauses, ['contact', 'clauses'], `Đầu mối: ${contact.summary}`),
    ...Object.entries(groups).flatMap(([id, group]) => [
      ...cite(group.clauses, ['groups', id, 'clauses'], `Nhóm cơ quan: ${group.name}`),
      ...dutyEntries(['groups', id], group),
    ]),
  ];
}

function agencyEntries(profile: CitedFile): EntryCitation[] {
  return [...profile.agencies].flatMap(([id, agency]) => dutyEntries(['agencies', id], agency));
}

function dutyEntries(
  path: readonly string[],
  holder: Pick<ProfileFile['agencies'][string], 'name' | 'duties'>,
): EntryCitation[] {
  return holder.duties.flatMap((duty, index) =>
    cite(duty.clauses, [...path, 'duties', index, 'clauses'], `Nhiệm vụ của ${holder.name}: ${duty.summary}`),
  );
}

function routingEntries(profile: CitedFile): EntryCitation[] {
  const { lead, leadByOrigin, dossier, coordination, notify } = profile.routing;
  return [
    ...cite(lead.clauses, ['routing', 'lead', 'clauses'], `Chủ trì: ${lead.summary}`),
    ...cite(lead.placeClauses, ['routing', 'lead', 'placeClauses'], `Chủ trì theo địa bàn: ${lead.summary}`),
    ...leadByOrigin.flatMap((rule, index) =>
      cite(rule.clauses, ['routing', 'leadByOrigin', index, 'clauses'], `Chủ trì: ${rule.summary}`),
    ),
    ...cite(dossier.clauses, ['routing', 'dossier', 'clauses'], `Hồ sơ: ${dossier.summary}`),
    ...cite(coordination.clauses, ['routing', 'coordination', 'clauses'], `Phối hợp: ${coordination.summary}`),
    ...notify.flatMap((rule, index) =>
      cite(rule.clauses, ['routing', 'notify', index, 'clauses'], `Thông báo: ${rule.summary}`),
    ),
  ];
}

function listEntries(profile: CitedFile): EntryCitation[] {
  return [
    ...profile.sectors.flatMap((rule, index) =>
      cite(rule.clauses, ['sectors', index, 'clauses'], `Lĩnh vực ${rule.sector}: ${rule.summary}`),
    ),
    ...profile.watch.flatMap((rule, index) =>
      cite(rule.clauses, ['watch', index, 'clauses'], `Theo dõi: ${rule.summary}`),
    ),
    ...profile.channels.flatMap((channel, index) =>
      cite(channel.clauses, ['channels', index, 'clauses'], `Hình thức ${channel.id}: ${channel.condition}`),
    ),
    ...profile.clarificationsTo.flatMap((rule, index) =>
      cite(rule.clauses, ['clarificationsTo', index, 'clauses'], `Nơi nhận nội dung làm rõ: ${rule.summary}`),
    ),
    ...profile.content.flatMap((rule, index) =>
      cite(rule.clauses, ['content', index, 'clauses'], `Yêu cầu nội dung: ${rule.summary}`),
    ),
    ...profile.reports.map((report, index) => ({
      ref: report.clause,
      path: ['reports', index, 'clause'],
      entry: `Báo cáo: ${report.summary}`,
    })),
    ...profile.deadlines.flatMap((rule, index) =>
      rule.clause === null
        ? []
        : [{ ref: rule.clause, path: ['deadlines', index, 'clause'], entry: `Thời hạn: ${rule.summary}` }],
    ),
  ];
}
