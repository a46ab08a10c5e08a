import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import type { Identity } from '@lamro/access';
import type { Role } from '@lamro/domain';
import type { Newsroom } from '@lamro/newsroom';
import { type Profile, route } from '@lamro/profiles';
import type { Home } from './home.ts';

const SAMPLE: readonly { role: Role; email: string; name: string }[] = [
  { role: 'analyst', email: 'chuyen-vien@lamro.example', name: 'Chuyên viên mẫu' },
  { role: 'officer', email: 'co-quan@lamro.example', name: 'Cán bộ cơ quan mẫu' },
  { role: 'leader', email: 'lanh-dao@lamro.example', name: 'Lãnh đạo mẫu' },
  { role: 'coordinator', email: 'dau-moi@lamro.example', name: 'Đầu mối mẫu' },
  { role: 'administrator', email: 'quan-tri@lamro.example', name: 'Quản trị mẫu' },
  { role: 'auditor', email: 'kiem-tra@lamro.example', name: 'Kiểm tra mẫu' },
];

/**
 * Makes one account per role at the first start of a profile in sample mode, each with a password of its own, and writes
 * them into a file that its owner alone may read.
 *
 * @returns the file's path
 */
export async function ensureSampleAccounts(
  home: Home,
  identity: Identity,
  profile: Profile,
  newsroom: Newsroom,
): Promise<string> {
  const file = home.path(`tai-khoan-mau-${profile.id}.txt`);
  const existing = await identity.listAccounts(profile.id);
  if (existing.length > 0 && existsSync(file)) return file;
  const agencies: Partial<Record<Role, string>> = {
    analyst: reviewerOf(profile),
    officer: answererOf(newsroom, profile),
  };
  const lines = [`Tài khoản mẫu của hồ sơ ${profile.name}. Chỉ dùng để thử phần mềm trên máy này.`, ''];
  for (const sample of SAMPLE) {
    const email = sample.email.replace('@', `.${profile.id}@`);
    if (existing.some((account) => account.email === email)) continue;
    const password = randomBytes(15).toString('base64url');
    const own = agencies[sample.role] ?? null;
    await identity.createAccount({
      email,
      name: sample.name,
      role: sample.role,
      agency: own,
      profile: profile.id,
      password,
    });
    lines.push(
      `${sample.role.padEnd(14)} ${email.padEnd(44)} ${password}${own === null ? '' : `   (${profile.agencies.get(own)?.name ?? own})`}`,
    );
  }
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

/** The agency that reviews foreign coverage today. */
function reviewerOf(profile: Profile): string {
  const { monitor } = route(profile, { origin: 'foreign', sectors: [], places: [], at: new Date().toISOString() });
  return monitor.find((agency) => profile.agencies.has(agency)) ?? profile.contact.agency;
}

/** The agency that answers the planted distortion whose outlet will correct itself, so that the whole way can be tried. */
function answererOf(newsroom: Newsroom, profile: Profile): string {
  const corrected = newsroom.edition.changes.find((change) => change.step === `correction:${profile.id}`)?.article;
  const lead = newsroom.truth().find((article) => article.id === corrected)?.lead ?? null;
  return lead !== null && profile.agencies.has(lead) ? lead : profile.contact.agency;
}
