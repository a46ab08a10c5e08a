import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import type { Identity } from '@lamro/access';
import type { Role } from '@lamro/domain';
import type { Newsroom } from '@lamro/newsroom';
import type { Profile } from '@lamro/profiles';
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
  const agency = busiestAgency(newsroom, profile);
  const lines = [`Tài khoản mẫu của hồ sơ ${profile.name}. Chỉ dùng để thử phần mềm trên máy này.`, ''];
  for (const sample of SAMPLE) {
    const email = sample.email.replace('@', `.${profile.id}@`);
    if (existing.some((account) => account.email === email)) continue;
    const password = randomBytes(15).toString('base64url');
    const own = sample.role === 'officer' ? agency : null;
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

/** The agency that leads most of the planted distortions, so that the sample officer has something to answer. */
function busiestAgency(newsroom: Newsroom, profile: Profile): string {
  const counts = new Map<string, number>();
  for (const article of newsroom.truth()) {
    if (article.profile !== profile.id || !article.flag || article.lead === null || !profile.agencies.has(article.lead))
      continue;
    counts.set(article.lead, (counts.get(article.lead) ?? 0) + 1);
  }
  const busiest = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return busiest ?? profile.contact.agency;
}
