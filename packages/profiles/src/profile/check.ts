import { shortClause } from '../clause/clause.ts';
import { buildClauseTree } from '../clause/tree.ts';
import type { Problem } from '../problem/problem.ts';
import { listCitations } from './citations.ts';
import { problemAt, type YamlFile } from './document.ts';
import type { ProfileFile } from './schema.ts';

type Report = (path: readonly (string | number)[], message: string) => void;

/** Finds what the schema cannot see: unknown ids and clauses, overlapping dates, agencies without a duty, channels without a condition. */
export function findProblems(yaml: YamlFile, profile: ProfileFile): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => {
    problems.push(problemAt(yaml, path, message));
  };
  checkClauses(profile, report);
  checkAgencies(profile, report);
  checkReferences(profile, report);
  checkSectors(profile, report);
  checkChannels(profile, report);
  checkDates(profile, report);
  checkDeadlines(profile, report);
  checkReports(profile, report);
  return problems;
}

function checkClauses(profile: ProfileFile, report: Report): void {
  const tree = buildClauseTree(profile.tree.flat());
  const seen = new Set<string>();
  profile.tree.forEach((line, index) => {
    for (const ref of line) {
      const key = shortClause(ref);
      if (seen.has(key)) report(['tree', index], `${key} ghi hai lần; xóa một`);
      seen.add(key);
    }
  });
  const cited = listCitations({ ...profile, agencies: Object.entries(profile.agencies) });
  const aside = profile.outside.flatMap((entry, index) =>
    entry.clauses.map((ref, position) => ({ ref, path: ['outside', index, 'clauses', position] })),
  );
  for (const { ref, path } of [...cited, ...aside]) {
    if (!tree.has(ref))
      report(path, `${shortClause(ref)} không có trong cây điều khoản; sửa dẫn chiếu hoặc bổ sung tree`);
  }
}

function checkAgencies(profile: ProfileFile, report: Report): void {
  for (const [id, agency] of Object.entries(profile.agencies)) {
    const path = ['agencies', id];
    if (agency.named && agency.duties.length === 0)
      report(path, `cơ quan "${id}" không có nhiệm vụ nào; thêm duties có dẫn điều khoản`);
    if (agency.from !== null && agency.to !== null && agency.from > agency.to)
      report([...path, 'to'], 'ngày kết thúc trước ngày bắt đầu; sửa from hoặc to');
    if (agency.successor === null) continue;
    const heir = profile.agencies[agency.successor];
    if (heir === undefined) report([...path, 'successor'], unknownAgency(agency.successor));
    if (agency.to === null) report([...path, 'successor'], 'có cơ quan kế nhiệm nhưng thiếu ngày kết thúc; thêm to');
    if (heir?.from != null && agency.to !== null && heir.from <= agency.to)
      report(
        [...path, 'to'],
        `chồng ngày với cơ quan kế nhiệm "${agency.successor}" (từ ${heir.from}); sửa to hoặc from`,
      );
    if (loops(profile, id)) report([...path, 'successor'], 'chuỗi kế nhiệm quay vòng; sửa successor');
  }
}

function loops(profile: ProfileFile, start: string): boolean {
  const seen = new Set<string>();
  for (let id: string | null = start; id !== null; id = profile.agencies[id]?.successor ?? null) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

function unknownAgency(id: string): string {
  return `không có cơ quan "${id}"; thêm vào agencies hoặc sửa mã`;
}

function checkReferences(profile: ProfileFile, report: Report): void {
  const one = (id: string | null, path: readonly (string | number)[], also: readonly string[] = []): void => {
    if (id !== null && profile.agencies[id] === undefined && !also.includes(id)) report(path, unknownAgency(id));
  };
  const each = (ids: readonly string[], path: readonly (string | number)[], also: readonly string[] = []): void => {
    ids.forEach((id, index) => {
      one(id, [...path, index], also);
    });
  };
  const { routing } = profile;
  one(profile.contact.agency, ['contact', 'agency']);
  one(routing.dossier.agency, ['routing', 'dossier', 'agency'], ['lead']);
  routing.leadByOrigin.forEach((rule, index) => {
    one(rule.agency, ['routing', 'leadByOrigin', index, 'agency']);
  });
  routing.notify.forEach((rule, index) => {
    each(rule.told, ['routing', 'notify', index, 'told'], ['concerned']);
  });
  profile.watch.forEach((rule, index) => {
    each(rule.who, ['watch', index, 'who'], ['own-field']);
  });
  profile.channels.forEach((channel, index) => {
    each(channel.convenedBy, ['channels', index, 'convenedBy']);
    each(channel.requestedBy, ['channels', index, 'requestedBy']);
  });
  const groups = Object.keys(profile.groups);
  profile.reports.forEach((duty, index) => {
    one(duty.from, ['reports', index, 'from'], groups);
    one(duty.to, ['reports', index, 'to']);
    one(duty.via, ['reports', index, 'via']);
  });
  profile.sectors.forEach((rule, index) => {
    one(rule.agency, ['sectors', index, 'agency']);
    each(rule.with, ['sectors', index, 'with']);
  });
}

function checkSectors(profile: ProfileFile, report: Report): void {
  profile.sectors.forEach((rule, index) => {
    if (rule.basis === 'law' && rule.clauses.length === 0)
      report(
        ['sectors', index],
        `lĩnh vực "${rule.sector}" ghi là theo Quy chế nhưng không dẫn điều khoản; thêm clauses hoặc đổi basis`,
      );
    const twin = profile.sectors.findIndex(
      (other, at) => at < index && other.sector === rule.sector && overlap(other, rule),
    );
    if (twin >= 0)
      report(
        ['sectors', index],
        `lĩnh vực "${rule.sector}" chồng ngày với mục sectors[${twin}]; sửa from, to để chỉ một mục có hiệu lực`,
      );
  });
}

function overlap(
  a: { from: string | null; to: string | null },
  b: { from: string | null; to: string | null },
): boolean {
  const starts = [a.from ?? '0000', b.from ?? '0000'].sort();
  const ends = [a.to ?? '9999', b.to ?? '9999'].sort();
  return (starts[1] ?? '') <= (ends[0] ?? '');
}

function checkChannels(profile: ProfileFile, report: Report): void {
  const seen = new Set<string>();
  profile.channels.forEach((channel, index) => {
    const path = ['channels', index];
    if (seen.has(channel.id)) report(path, `hình thức "${channel.id}" ghi hai lần; xóa một`);
    seen.add(channel.id);
    if (channel.condition === '')
      report([...path, 'condition'], `hình thức "${channel.id}" không có điều kiện; thêm condition`);
    if (channel.basis === 'law' && channel.clauses.length === 0)
      report(
        path,
        `hình thức "${channel.id}" ghi là theo Quy chế nhưng không dẫn điều khoản; thêm clauses hoặc đổi basis`,
      );
    const internalOnly = channel.id === 'press-conference' || channel.id === 'correction-request';
    if (internalOnly && channel.basis === 'law')
      report([...path, 'basis'], `hình thức "${channel.id}" luôn là quy định nội bộ; đổi basis thành internal`);
  });
}

function checkDates(profile: ProfileFile, report: Report): void {
  const { issuedAt, inForceFrom, inForceTo } = profile.regulation;
  if (inForceFrom < issuedAt) report(['regulation', 'inForceFrom'], 'hiệu lực trước ngày ban hành; sửa ngày');
  if (inForceTo !== null && inForceTo < inForceFrom)
    report(['regulation', 'inForceTo'], 'hết hiệu lực trước ngày có hiệu lực; sửa ngày');
}

function checkDeadlines(profile: ProfileFile, report: Report): void {
  const seen = new Set<string>();
  profile.deadlines.forEach((rule, index) => {
    const path = ['deadlines', index];
    if (seen.has(rule.rule)) report(path, `quy tắc "${rule.rule}" ghi hai lần; đổi tên một`);
    seen.add(rule.rule);
    if (rule.basis === 'law' && rule.clause === null)
      report(path, `quy tắc "${rule.rule}" ghi là theo Quy chế nhưng không dẫn điều khoản; thêm clause hoặc đổi basis`);
    if (rule.basis === 'internal' && rule.clause !== null)
      report(
        [...path, 'clause'],
        `quy tắc "${rule.rule}" là nội bộ nên không dẫn điều khoản; xóa clause hoặc đổi basis`,
      );
  });
}

function checkReports(profile: ProfileFile, report: Report): void {
  profile.reports.forEach((duty, index) => {
    if (duty.day !== null && duty.month === null) report(['reports', index], 'có ngày nhưng thiếu tháng; thêm month');
    if (duty.day !== null && duty.month !== null && duty.day > new Date(Date.UTC(2023, duty.month, 0)).getUTCDate())
      report(['reports', index, 'day'], `tháng ${duty.month} không có ngày ${duty.day}; sửa day`);
  });
}
