import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderBlobStore, openBlobStore } from '@lamro/archive';
import type { CheckedBackup, RestoreTarget } from '@lamro/backup';
import { startCluster } from '@lamro/database';
import { type Config, ensureSecrets } from '@lamro/runtime';
import { z } from 'zod';

/** A place to restore into, opened when the file is known to be whole. */
export interface RestorePlace {
  open(checked: CheckedBackup): Promise<RestoreTarget>;
  /** Called once at the end. @param whole whether everything was restored and verified */
  close(whole: boolean): Promise<void>;
}

/**
 * Where an installation is restored to: the operator's empty database, or a new embedded one in a folder that has none.
 *
 * @throws Error with one Vietnamese line when the folder holds an installation already
 */
export function restorePlace(config: Config): RestorePlace {
  const { LAMRO_HOME: home, DATABASE_URL: databaseUrl } = config;
  const blobs = openBlobStore(config);
  if (databaseUrl !== undefined) {
    return {
      open: async () => {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        return { databaseUrl, blobs, home };
      },
      close: async () => undefined,
    };
  }
  if (existsSync(join(home, 'postgres')) || existsSync(join(home, 'secrets.json')))
    throw new Error(
      `Thư mục ${home} đã có một bản cài đặt: chỉ khôi phục vào nơi trống. Đặt LAMRO_HOME tới thư mục mới, hoặc DATABASE_URL tới cơ sở dữ liệu trống.`,
    );
  return embeddedPlace(home, (target) => ({ ...target, blobs }), false);
}

/** A place that is made for a drill and removed after it. */
export function drillPlace(): RestorePlace {
  const home = mkdtempSync(join(tmpdir(), 'lamro-dien-tap-'));
  return embeddedPlace(home, (target) => target, true);
}

function embeddedPlace(
  home: string,
  complete: (target: RestoreTarget) => RestoreTarget,
  passing: boolean,
): RestorePlace {
  const dataDir = join(home, 'postgres');
  const secretsFile = join(home, 'secrets.json');
  let stop = async () => undefined;
  return {
    open: async (checked) => {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      const secrets = ensureSecrets(secretsFile, authSecretIn(checked));
      const cluster = await startCluster({ dataDir, password: secrets.database });
      stop = async () => {
        await cluster.stop();
        return undefined;
      };
      await cluster.ensureDatabase('lamro');
      return complete({ databaseUrl: cluster.url('lamro'), blobs: folderBlobStore(join(home, 'archive')), home });
    },
    close: async (whole) => {
      await stop();
      if (passing) rmSync(home, { recursive: true, force: true });
      else if (!whole) for (const path of [dataDir, secretsFile]) rmSync(path, { recursive: true, force: true });
    },
  };
}

const authSchema = z.object({ auth: z.string().min(32) });

/** Second factors are encrypted with this secret: the new installation goes on with it. */
function authSecretIn({ homeFiles }: CheckedBackup): string | undefined {
  const file = homeFiles.get('secrets.json');
  if (file === undefined) return undefined;
  const parsed = authSchema.safeParse(JSON.parse(file.toString('utf8')));
  return parsed.success ? parsed.data.auth : undefined;
}
