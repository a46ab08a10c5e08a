import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root; then it runs as the system account `postgres`. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that must own the cluster: null when this process is not root and the server simply runs as itself.
 * Creates the system account when root and missing.
 *
 * @throws when root and the account can neither be found nor created
 */
export function findOwner(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp();
  if (known !== null) return known;
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
  } catch (cause) {
    throw new Error(
      'PostgreSQL không chạy bằng tài khoản root và không tạo được tài khoản hệ thống "postgres": hãy chạy bằng người dùng thường.',
      {
        cause,
      },
    );
  }
  const created = lookUp();
  if (created === null)
    throw new Error('Đã tạo tài khoản "postgres" nhưng hệ thống không trả lại: hãy chạy bằng người dùng thường.');
  return created;
}

function lookUp(): Owner | null {
  try {
    const read = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    // `id` ends with 1 for an account that does not exist: the expected answer on a fresh machine.
    return null;
  }
}

const OTHERS_MAY_ENTER = 0o001;

/** Whether some folder above `path` keeps other accounts out, as /root and fresh temporary folders do. */
export function isClosedToOthers(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & OTHERS_MAY_ENTER) === 0) return true;
    if (folder === dirname(folder)) return false;
  }
}
